package io.parley.query.message;

import io.parley.query.Names;
import io.parley.query.projection.ArrayWrite;
import io.parley.query.projection.Column;
import io.parley.query.projection.Projection;
import io.parley.query.projection.Tables;
import io.parley.schemas.event.EventEnvelope;
import io.parley.schemas.event.RoomEvent.MessageDeleted;
import io.parley.schemas.event.RoomEvent.MessageEdited;
import io.parley.schemas.event.RoomEvent.MessageSent;
import io.parley.schemas.event.RoomEvent.MessagesRead;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/// Writes a batch in four statements: new messages, the last edit of each, deletions, and what the
/// first reader of each message has reached. In this order they leave the same rows as the events
/// one by one.
final class MessagesWriter implements Projection.Writer {
  private final ArrayWrite<StoredMessage> insert;
  private final ArrayWrite<Edit> edit;
  private final ArrayWrite<MessageDeleted> delete;
  private final ArrayWrite<Read> read;

  MessagesWriter(Tables tables) {
    insert = tables.write(MessageSql.INSERT, MessageSql.COLUMNS);
    edit =
        tables.write(
            MessageSql.EDIT,
            List.of(
                Column.uuid(Edit::roomId),
                Column.number(Edit::messageSeq),
                Column.text(Edit::content),
                Column.time(Edit::at)));
    delete =
        tables.write(
            MessageSql.DELETE,
            List.of(
                Column.uuid(MessageDeleted::roomId), Column.number(MessageDeleted::messageSeq)));
    read =
        tables.write(
            MessageSql.READ,
            List.of(
                Column.uuid(Read::roomId),
                Column.number(Read::seq),
                Column.text(Read::side),
                Column.number(Read::upToSeq),
                Column.time(Read::at)));
  }

  @Override
  public void apply(List<EventEnvelope> events) {
    var sent = new ArrayList<StoredMessage>();
    Map<MessageKey, Edit> edits = new LinkedHashMap<>();
    var deletions = new ArrayList<MessageDeleted>();
    var reads = new ArrayList<Read>();
    for (var event : events) {
      switch (event.data()) {
        case MessageSent e -> sent.add(StoredMessage.of(e, event));
        case MessageEdited e ->
            edits.put(new MessageKey(e.roomId(), e.messageSeq()), Edit.of(e, event.time()));
        case MessageDeleted e -> deletions.add(e);
        case MessagesRead e -> reads.add(Read.of(e, event));
        default -> throw new IllegalStateException("not read here: " + event.type());
      }
    }
    insert.execute(sent);
    edit.execute(edits.values());
    delete.execute(deletions);
    read.execute(reads);
  }

  private record MessageKey(UUID roomId, long seq) {}

  private record Edit(UUID roomId, long messageSeq, String content, Instant at) {
    static Edit of(MessageEdited event, Instant at) {
      return new Edit(event.roomId(), event.messageSeq(), event.content(), at);
    }
  }

  private record Read(UUID roomId, long seq, String side, long upToSeq, Instant at) {
    static Read of(MessagesRead event, EventEnvelope envelope) {
      return new Read(
          event.roomId(),
          envelope.sequence(),
          Names.of(event.reader().role().side()),
          event.upToSeq(),
          envelope.time());
    }
  }
}
