package io.parley.query.conversation;

import io.parley.query.Names;
import io.parley.query.projection.ArrayWrite;
import io.parley.query.projection.Column;
import io.parley.query.projection.Projection;
import io.parley.query.projection.Tables;
import io.parley.schemas.event.EventEnvelope;
import io.parley.schemas.event.RoomEvent;
import io.parley.schemas.view.ParticipantView;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// Reads the conversations that a batch is about, lets them evolve event by event, and writes them
/// back.
final class ConversationsWriter implements Projection.Writer {
  private static final String UPSERT =
      """
      insert into {schema}.room (%s) select * from {rows}
      on conflict (room_id) do update set
        participants = excluded.participants, last_message = excluded.last_message,
        waiting = excluded.waiting, waiting_since = excluded.waiting_since,
        unread_buyer = excluded.unread_buyer, unread_vendor = excluded.unread_vendor,
        archived = excluded.archived, product_id = excluded.product_id,
        seq = excluded.seq, updated_at = excluded.updated_at
      """
          .formatted(ConversationRow.NAMES);

  private static final String JOIN =
      """
      insert into {schema}.membership (key, room_id, role) select * from {rows}
      on conflict (key, room_id) do update set role = excluded.role
      """;

  private final Tables tables;
  private final String select;
  private final ArrayWrite<Conversation> upsert;
  private final ArrayWrite<Membership> join;

  ConversationsWriter(Tables tables) {
    this.tables = tables;
    this.select =
        tables.sql(
            "select " + ConversationRow.NAMES + " from {schema}.room where room_id = any(?)");
    this.upsert = tables.write(UPSERT, ConversationRow.COLUMNS);
    this.join =
        tables.write(
            JOIN,
            List.of(
                Column.text(Membership::key),
                Column.uuid(Membership::roomId),
                Column.text(Membership::role)));
  }

  @Override
  public void apply(List<EventEnvelope> events) {
    var before = load(events.stream().map(EventEnvelope::aggregateId).distinct().toList());
    var rooms = new HashMap<>(before);
    for (var event : events) {
      rooms.compute(
          event.aggregateId(),
          (id, room) -> Evolution.after(room, (RoomEvent) event.data(), event));
    }
    upsert.execute(rooms.values());
    join.execute(
        rooms.values().stream().flatMap(room -> joined(before.get(room.roomId()), room)).toList());
  }

  private Map<UUID, Conversation> load(List<UUID> ids) {
    var rooms = new HashMap<UUID, Conversation>();
    tables
        .jdbc()
        .query(select, ConversationRow::read, (Object) ids.toArray(UUID[]::new))
        .forEach(room -> rooms.put(room.roomId(), room));
    return rooms;
  }

  private static Stream<Membership> joined(@Nullable Conversation before, Conversation after) {
    var known = before == null ? Set.<Membership>of() : memberships(before);
    return memberships(after).stream().filter(membership -> !known.contains(membership));
  }

  private static Set<Membership> memberships(Conversation room) {
    return room.participants().stream()
        .map(person -> Membership.of(room.roomId(), person))
        .collect(Collectors.toSet());
  }

  private record Membership(String key, UUID roomId, String role) {
    static Membership of(UUID roomId, ParticipantView person) {
      return new Membership(Participants.key(person), roomId, Names.of(person.role()));
    }
  }
}
