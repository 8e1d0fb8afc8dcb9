package io.parley.query.timeline;

import io.parley.query.projection.ArrayWrite;
import io.parley.query.projection.Column;
import io.parley.query.projection.Projection;
import io.parley.query.projection.Tables;
import io.parley.schemas.event.EventEnvelope;
import io.parley.schemas.event.RoomEvent;
import io.parley.schemas.event.RoomEvent.MessageDeleted;
import java.util.List;
import java.util.UUID;

/// Writes the events of a batch, and then takes the content out of all that a deletion is about
/// and that came before it.
final class TimelineWriter implements Projection.Writer {
  private static final String INSERT =
      """
      insert into {schema}.event (room_id, seq, type, time, command_id, actor, message_seq, data)
      select * from {rows}
      """;

  private static final String BLANK =
      """
      update {schema}.event e
      set data = e.data || '{"content": ""}'
        || case when e.data ?? 'file_url' then '{"file_url": null}'::jsonb else '{}' end
      from {rows} as d(room_id, message_seq, seq)
      where e.room_id = d.room_id and e.message_seq = d.message_seq and e.seq < d.seq
        and e.data ?? 'content'
      """;

  private final ArrayWrite<EventEnvelope> insert;
  private final ArrayWrite<Deletion> blank;

  TimelineWriter(Tables tables) {
    insert =
        tables.write(
            INSERT,
            List.of(
                Column.uuid(EventEnvelope::aggregateId),
                Column.number(EventEnvelope::sequence),
                Column.text(EventEnvelope::type),
                Column.time(EventEnvelope::time),
                Column.uuid(EventEnvelope::commandId),
                Column.text(event -> Told.actor((RoomEvent) event.data())),
                Column.optionalNumber(event -> Told.messageSeq(event)),
                Column.json(EventEnvelope::data)));
    blank =
        tables.write(
            BLANK,
            List.of(
                Column.uuid(Deletion::roomId),
                Column.number(Deletion::messageSeq),
                Column.number(Deletion::seq)));
  }

  @Override
  public void apply(List<EventEnvelope> events) {
    insert.execute(events);
    blank.execute(
        events.stream()
            .filter(event -> event.data() instanceof MessageDeleted)
            .map(event -> Deletion.of((MessageDeleted) event.data(), event.sequence()))
            .toList());
  }

  private record Deletion(UUID roomId, long messageSeq, long seq) {
    static Deletion of(MessageDeleted event, long seq) {
      return new Deletion(event.roomId(), event.messageSeq(), seq);
    }
  }
}
