package io.parley.query.oversight;

import io.parley.query.oversight.ActivityBatch.BusyCount;
import io.parley.query.oversight.ActivityBatch.BusyKey;
import io.parley.query.oversight.ActivityBatch.FirstAnswer;
import io.parley.query.oversight.ActivityBatch.PeriodCount;
import io.parley.query.oversight.ActivityBatch.PeriodKey;
import io.parley.query.projection.ArrayWrite;
import io.parley.query.projection.Column;
import io.parley.query.projection.Projection;
import io.parley.query.projection.Tables;
import io.parley.schemas.event.EventEnvelope;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/// Writes where how much is going on.
final class ActivityWriter implements Projection.Writer {
  private final Tables tables;
  private final ArrayWrite<RoomActivity> rooms;
  private final ArrayWrite<Map.Entry<PeriodKey, PeriodCount>> periods;
  private final ArrayWrite<Map.Entry<BusyKey, BusyCount>> busy;
  private final ArrayWrite<FirstAnswer> answers;

  ActivityWriter(Tables tables) {
    this.tables = tables;
    rooms =
        tables.write(
            """
            insert into {schema}.room
              (room_id, vendor_id, product_id, hour, day, asked_at, answered)
            select * from {rows}
            on conflict (room_id) do update set
              vendor_id = excluded.vendor_id, product_id = excluded.product_id,
              hour = excluded.hour, day = excluded.day,
              asked_at = excluded.asked_at, answered = excluded.answered
            """,
            RoomActivity.COLUMNS);
    periods =
        tables.write(
            """
            insert into {schema}.period as p (kind, start, active_rooms, messages_public)
            select * from {rows}
            on conflict (kind, start) do update set
              active_rooms = p.active_rooms + excluded.active_rooms,
              messages_public = p.messages_public + excluded.messages_public
            """,
            List.of(
                Column.text(row -> row.getKey().kind()),
                Column.time(row -> row.getKey().start()),
                Column.number(row -> row.getValue().activeRooms()),
                Column.number(row -> row.getValue().messagesPublic())));
    busy =
        tables.write(
            """
            insert into {schema}.busy as b (day, vendor_id, product_id, messages, conversations)
            select * from {rows}
            on conflict (day, vendor_id, product_id) do update set
              messages = b.messages + excluded.messages,
              conversations = b.conversations + excluded.conversations
            """,
            List.of(
                Column.time(row -> row.getKey().day()),
                Column.text(row -> row.getKey().vendorId()),
                Column.text(row -> row.getKey().productId()),
                Column.number(row -> row.getValue().messages()),
                Column.number(row -> row.getValue().conversations())));
    answers =
        tables.write(
            """
            insert into {schema}.first_answer (room_id, answered_at, milliseconds)
            select * from {rows}
            """,
            List.of(
                Column.uuid(FirstAnswer::roomId),
                Column.time(FirstAnswer::answeredAt),
                Column.number(FirstAnswer::milliseconds)));
  }

  @Override
  public void apply(List<EventEnvelope> events) {
    var before = load(events.stream().map(EventEnvelope::aggregateId).distinct().toList());
    var batch = new ActivityBatch(before);
    events.forEach(batch::apply);
    rooms.execute(
        batch.rooms().values().stream()
            .filter(room -> !room.equals(before.get(room.roomId())))
            .toList());
    periods.execute(batch.periods().entrySet());
    busy.execute(batch.busy().entrySet());
    answers.execute(batch.answers());
  }

  private Map<UUID, RoomActivity> load(List<UUID> ids) {
    var all = new HashMap<UUID, RoomActivity>();
    tables
        .jdbc()
        .query(
            tables.sql("select * from {schema}.room where room_id = any(?)"),
            RoomActivity::read,
            (Object) ids.toArray(UUID[]::new))
        .forEach(room -> all.put(room.roomId(), room));
    return all;
  }
}
