package io.parley.query.oversight;

import io.parley.query.projection.ArrayWrite;
import io.parley.query.projection.Column;
import io.parley.query.projection.Projection;
import io.parley.query.projection.Tables;
import io.parley.schemas.event.EventEnvelope;
import io.parley.schemas.event.RoomEvent.ConversationReported;
import io.parley.schemas.event.RoomEvent.ReportsClosed;
import java.util.List;

/// Writes reports, and then closes those that came before the first closing after them.
final class ReportsWriter implements Projection.Writer {
  private final ArrayWrite<EventEnvelope> insert;
  private final ArrayWrite<EventEnvelope> close;

  ReportsWriter(Tables tables) {
    insert =
        tables.write(
            """
            insert into {schema}.report
              (room_id, seq, reported_by, reason, message_id, reported_at)
            select * from {rows}
            """,
            List.of(
                Column.uuid(EventEnvelope::aggregateId),
                Column.number(EventEnvelope::sequence),
                Column.json(event -> reported(event).reporter()),
                Column.text(event -> reported(event).reason()),
                Column.uuid(event -> reported(event).messageId()),
                Column.time(EventEnvelope::time)));
    close =
        tables.write(
            """
            update {schema}.report r set closed_at = first.at, closed_by = first.by
            from (
              select distinct on (o.room_id, o.seq) o.room_id, o.seq, c.at, c.by
              from {rows} as c(room_id, seq, by, at)
              join {schema}.report o
                on o.room_id = c.room_id and o.seq < c.seq and o.closed_at is null
              order by o.room_id, o.seq, c.seq
            ) first
            where r.room_id = first.room_id and r.seq = first.seq
            """,
            List.of(
                Column.uuid(EventEnvelope::aggregateId),
                Column.number(EventEnvelope::sequence),
                Column.json(event -> ((ReportsClosed) event.data()).by()),
                Column.time(EventEnvelope::time)));
  }

  private static ConversationReported reported(EventEnvelope event) {
    return (ConversationReported) event.data();
  }

  @Override
  public void apply(List<EventEnvelope> events) {
    insert.execute(of(ConversationReported.class, events));
    close.execute(of(ReportsClosed.class, events));
  }

  private static List<EventEnvelope> of(Class<?> type, List<EventEnvelope> events) {
    return events.stream().filter(event -> type.isInstance(event.data())).toList();
  }
}
