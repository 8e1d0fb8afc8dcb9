package io.parley.query.message;

import io.parley.query.Names;
import io.parley.query.projection.Column;
import java.util.List;

/// The statements that write messages.
final class MessageSql {
  static final List<Column<StoredMessage>> COLUMNS =
      List.of(
          Column.uuid(StoredMessage::roomId),
          Column.number(StoredMessage::seq),
          Column.uuid(StoredMessage::id),
          Column.text(m -> Names.of(m.sender().role())),
          Column.text(m -> Names.of(m.side())),
          Column.text(m -> m.sender().accountId() == null ? null : m.sender().accountId().value()),
          Column.uuid(m -> m.sender().guestId()),
          Column.text(m -> m.sender().username()),
          Column.text(StoredMessage::content),
          Column.text(m -> Names.of(m.type())),
          Column.text(StoredMessage::fileUrl),
          Column.time(StoredMessage::createdAt),
          Column.uuid(StoredMessage::commandId));

  static final String INSERT =
      """
      insert into {schema}.message (room_id, seq, id, role, side, account_id, guest_id, username,
        content, type, file_url, created_at, command_id)
      select * from {rows}
      """;

  static final String EDIT =
      """
      update {schema}.message m
      set content = case when m.deleted then m.content else e.content end, edited_at = e.at
      from {rows} as e(room_id, seq, content, at)
      where m.room_id = e.room_id and m.seq = e.seq
      """;

  static final String DELETE =
      """
      update {schema}.message m set content = '', file_url = null, deleted = true
      from {rows} as d(room_id, seq)
      where m.room_id = d.room_id and m.seq = d.seq
      """;

  static final String READ =
      """
      update {schema}.message m set read_at = first.at
      from (
        select distinct on (u.room_id, u.seq) u.room_id, u.seq, r.at
        from {rows} as r(room_id, seq, side, up_to, at)
        join {schema}.message u on u.room_id = r.room_id and u.seq <= least(r.up_to, r.seq)
          and u.side <> r.side and u.read_at is null
        order by u.room_id, u.seq, r.seq
      ) first
      where m.room_id = first.room_id and m.seq = first.seq
      """;

  private MessageSql() {}
}
