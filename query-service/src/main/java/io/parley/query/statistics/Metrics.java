package io.parley.query.statistics;

import io.parley.query.Names;
import io.parley.schemas.event.AccessEvent.AccessRecorded;
import io.parley.schemas.event.CannedReplyEvent;
import io.parley.schemas.event.Event;
import io.parley.schemas.event.GuestEvent.GuestRoomAdopted;
import io.parley.schemas.event.GuestEvent.GuestRoomClaimed;
import io.parley.schemas.event.GuestEvent.GuestSessionLinked;
import io.parley.schemas.event.GuestEvent.GuestSessionOpened;
import io.parley.schemas.event.PublicRoomEvent;
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
import io.parley.schemas.event.VisitorEvent;
import java.util.Optional;

/// What an event is counted as.
final class Metrics {
  private Metrics() {}

  static Optional<String> of(Event event) {
    return switch (event) {
      case ConversationStarted _ -> Optional.of("conversations");
      case MessageSent e -> Optional.of("messages_" + Names.of(e.sender().role().side()));
      case MessageEdited _ -> Optional.of("edits");
      case MessageDeleted _ -> Optional.of("deletions");
      case ConversationArchived _ -> Optional.of("archived");
      case GuestSessionOpened _ -> Optional.of("guests");
      case GuestSessionLinked _ -> Optional.of("guests_linked");
      case MessagesRead _,
          ConversationForwarded _,
          ConversationUnarchived _,
          ParticipantAttached _,
          ConversationReported _,
          ReportsClosed _,
          GuestRoomClaimed _,
          GuestRoomAdopted _,
          AccessRecorded _,
          PublicRoomEvent _,
          VisitorEvent _,
          CannedReplyEvent _ ->
          Optional.empty();
    };
  }
}
