package io.parley.query.timeline;

import io.parley.schemas.event.EventEnvelope;
import io.parley.schemas.event.EventTypes;
import io.parley.schemas.event.RoomEvent;
import io.parley.schemas.event.RoomEvent.ConversationArchived;
import io.parley.schemas.event.RoomEvent.ConversationForwarded;
import io.parley.schemas.event.RoomEvent.ConversationReported;
import io.parley.schemas.event.RoomEvent.ConversationStarted;
import io.parley.schemas.event.RoomEvent.ConversationUnarchived;
import io.parley.schemas.event.RoomEvent.MessageDeleted;
import io.parley.schemas.event.RoomEvent.MessageEdited;
import io.parley.schemas.event.RoomEvent.MessageSent;
import io.parley.schemas.event.RoomEvent.MessagesRead;
import io.parley.schemas.event.RoomEvent.ParticipantAttached;
import io.parley.schemas.event.RoomEvent.ReportsClosed;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// What an event tells about itself.
final class Told {
  private Told() {}

  /// The key of whoever sent the command, or null when it was a policy.
  static @Nullable String actor(RoomEvent event) {
    return switch (event) {
      case ConversationStarted e -> e.buyer().key();
      case MessageSent e -> e.sender().key();
      case MessageEdited e -> e.editor().key();
      case MessageDeleted e -> e.deletedBy().key();
      case MessagesRead e -> e.reader().key();
      case ConversationArchived e -> e.by().key();
      case ConversationUnarchived e -> e.by().key();
      case ConversationReported e -> e.reporter().key();
      case ReportsClosed e -> e.by().key();
      case ConversationForwarded _, ParticipantAttached _ -> null;
    };
  }

  /// Whether the event is for the marketplace's staff only.
  static boolean isForStaff(String type) {
    return FOR_STAFF.contains(type);
  }

  private static final Set<String> FOR_STAFF =
      Set.of(EventTypes.nameOf(ConversationReported.class), EventTypes.nameOf(ReportsClosed.class));

  /// The sequence of the message that the event is about, or null when it is about none.
  static @Nullable Long messageSeq(EventEnvelope event) {
    return switch ((RoomEvent) event.data()) {
      case MessageSent _ -> Long.valueOf(event.sequence());
      case MessageEdited e -> Long.valueOf(e.messageSeq());
      case MessageDeleted e -> Long.valueOf(e.messageSeq());
      case ConversationStarted _,
          ConversationForwarded _,
          MessagesRead _,
          ConversationArchived _,
          ConversationUnarchived _,
          ParticipantAttached _,
          ConversationReported _,
          ReportsClosed _ ->
          null;
    };
  }
}
