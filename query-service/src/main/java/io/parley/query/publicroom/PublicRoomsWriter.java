package io.parley.query.publicroom;

import io.parley.query.projection.ArrayWrite;
import io.parley.query.projection.Column;
import io.parley.query.projection.Projection;
import io.parley.query.projection.Tables;
import io.parley.schemas.event.EventEnvelope;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;

/// Reads the rows that a batch is about, lets the events change them, and writes those back that
/// are not as before.
final class PublicRoomsWriter implements Projection.Writer {
  private static final String HISTORY =
      "insert into {schema}.event (room_id, seq, time, type, data) select * from {rows}";

  private static final List<String> TABLES = List.of("room", "member", "message", "event");

  private final Before before;
  private final List<ArrayWrite<UUID>> deletes;
  private final ArrayWrite<PublicRoom> rooms;
  private final ArrayWrite<RoomMember> members;
  private final ArrayWrite<KnownVisitor> visitors;
  private final ArrayWrite<SentMessage> messages;
  private final ArrayWrite<EventEnvelope> history;
  private final ArrayWrite<String> begin;
  private final ArrayWrite<Map.Entry<String, Long>> tally;

  PublicRoomsWriter(Tables tables) {
    before = new Before(tables);
    deletes = TABLES.stream().map(table -> delete(tables, table)).toList();
    rooms = tables.write(PublicRoomRow.UPSERT, PublicRoomRow.COLUMNS);
    members = tables.write(RoomMemberRow.UPSERT, RoomMemberRow.COLUMNS);
    visitors = tables.write(KnownVisitor.UPSERT, KnownVisitor.COLUMNS);
    messages = tables.write(SentMessage.INSERT, SentMessage.COLUMNS);
    history =
        tables.write(
            HISTORY,
            List.of(
                Column.uuid(EventEnvelope::aggregateId),
                Column.number(EventEnvelope::sequence),
                Column.time(EventEnvelope::time),
                Column.text(EventEnvelope::type),
                Column.json(EventEnvelope::data)));
    begin = tables.write(Tally.BEGIN, List.of(Column.text(name -> name)));
    tally =
        tables.write(
            Tally.ADD, List.of(Column.text(Map.Entry::getKey), Column.number(Map.Entry::getValue)));
  }

  private static ArrayWrite<UUID> delete(Tables tables, String table) {
    return tables.write(
        "delete from {schema}." + table + " where room_id in (select * from {rows})",
        List.of(Column.uuid(id -> id)));
  }

  @Override
  public void apply(List<EventEnvelope> events) {
    var known = before.load(events);
    var batch = new Batch(known.rooms(), known.members(), known.visitors());
    events.forEach(batch::apply);
    deletes.forEach(delete -> delete.execute(batch.deleted()));
    rooms.execute(changed(batch.rooms(), known.rooms(), PublicRoom::roomId, batch));
    members.execute(changed(batch.members(), known.members(), RoomMember::roomId, batch));
    visitors.execute(batch.visitors().values());
    messages.execute(batch.messages());
    history.execute(batch.history());
    begin.execute(Tally.NAMES);
    tally.execute(Tally.between(known, batch).entrySet());
  }

  /// What is not as it was, or was deleted in between.
  private static <K, T> Collection<T> changed(
      Map<K, T> after, Map<K, T> before, Function<T, UUID> roomId, Batch batch) {
    return after.entrySet().stream()
        .filter(
            entry ->
                !entry.getValue().equals(before.get(entry.getKey()))
                    || batch.deleted().contains(roomId.apply(entry.getValue())))
        .map(Map.Entry::getValue)
        .toList();
  }
}
