package io.parley.query.search;

import io.parley.query.search.MessageSearch.Where;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// The SQL of a search in messages.
record MessageQuery(String found, Map<String, Object> parameters) {
  private static final String IN_CONVERSATIONS =
      """
      select m.created_at as sent_at, m.room_id, m.seq, r.kind, r.vendor_id, r.product,
        null as name, m.id, m.role, m.username, m.content, m.edited_at
      from search.entry e
      join messages.message m on m.room_id = e.room_id
        and m.seq = case when e.ref like 'message:%' then substring(e.ref from 9)::bigint end
      join conversations.room r on r.room_id = m.room_id
      where e.ref like 'message:%' and\s""";

  private static final String IN_PUBLIC_ROOMS =
      """
      select m.sent_at, m.room_id, m.seq, 'public' as kind, null as vendor_id,
        null::jsonb as product, r.name, m.id, 'visitor' as role, p.username, m.content,
        null::timestamptz as edited_at
      from oversight.public_text e
      join public_rooms.message m on m.room_id = e.room_id and m.seq = e.seq
      join public_rooms.member p on p.room_id = m.room_id and p.visitor_id = m.visitor_id
      join public_rooms.room r on r.room_id = m.room_id
      where\s""";

  private static final String NOWHERE = IN_PUBLIC_ROOMS + "false";

  static MessageQuery of(List<String> words, Where where) {
    var parts = new ArrayList<String>();
    var parameters = new HashMap<String, Object>();
    if (where.conversations()) {
      var conditions = conditions(RoomConditions.of(where.filter()), words, where, "m.created_at");
      parts.add(IN_CONVERSATIONS + conditions.sql());
      parameters.putAll(conditions.parameters());
    }
    if (where.publicRooms() && where.filter().allowsPublic()) {
      var conditions = conditions(new Conditions(), words, where, "m.sent_at");
      parts.add(IN_PUBLIC_ROOMS + conditions.sql());
      parameters.putAll(conditions.parameters());
    }
    return new MessageQuery(
        parts.isEmpty() ? NOWHERE : String.join("\nunion all\n", parts), Map.copyOf(parameters));
  }

  private static Conditions conditions(
      Conditions conditions, List<String> words, Where where, String time) {
    var filter = where.filter();
    conditions.words("e.folded like {word}", words);
    conditions.add("e.room_id = :room", "room", where.room());
    conditions.add(time + " >= :from::timestamptz", "from", RoomConditions.text(filter.from()));
    conditions.add(time + " < :to::timestamptz", "to", RoomConditions.text(filter.to()));
    return conditions;
  }

  String count() {
    return "select count(*) from (" + found + ") found";
  }

  String page() {
    return "select * from ("
        + found
        + ") found order by sent_at desc, room_id desc, seq desc offset :offset limit :limit";
  }
}
