package io.parley.query.publicroom;

import io.parley.query.Names;
import io.parley.query.projection.Column;
import io.parley.schemas.event.EventEnvelope;
import io.parley.schemas.event.PublicRoomEvent.PublicMessageSent;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/// A message on its way into `message`.
record SentMessage(PublicMessageSent sent, long seq, Instant sentAt) {
  static final String INSERT =
      """
      insert into {schema}.message (id, room_id, seq, visitor_id, content, message_type, file_url,
        sent_at)
      select * from {rows}
      """;

  static final List<Column<SentMessage>> COLUMNS =
      List.of(
          Column.uuid(message -> message.sent().messageId()),
          Column.uuid(SentMessage::roomId),
          Column.number(SentMessage::seq),
          Column.uuid(message -> message.sent().sender().id()),
          Column.text(message -> message.sent().content()),
          Column.text(message -> Names.of(message.sent().messageType())),
          Column.text(message -> message.sent().fileUrl()),
          Column.time(SentMessage::sentAt));

  static SentMessage of(PublicMessageSent sent, EventEnvelope event) {
    return new SentMessage(sent, event.sequence(), event.time());
  }

  UUID roomId() {
    return sent.roomId();
  }
}
