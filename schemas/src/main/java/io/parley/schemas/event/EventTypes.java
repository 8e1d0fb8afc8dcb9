package io.parley.schemas.event;

import io.parley.schemas.Json;
import io.parley.schemas.event.AccessEvent.AccessRecorded;
import io.parley.schemas.event.CannedReplyEvent.CannedReplyAdded;
import io.parley.schemas.event.CannedReplyEvent.CannedReplyChanged;
import io.parley.schemas.event.CannedReplyEvent.CannedReplyRemoved;
import io.parley.schemas.event.GuestEvent.GuestRoomAdopted;
import io.parley.schemas.event.GuestEvent.GuestRoomClaimed;
import io.parley.schemas.event.GuestEvent.GuestSessionLinked;
import io.parley.schemas.event.GuestEvent.GuestSessionOpened;
import io.parley.schemas.event.PublicRoomEvent.ConnectionClosed;
import io.parley.schemas.event.PublicRoomEvent.PublicMessageSent;
import io.parley.schemas.event.PublicRoomEvent.PublicRoomChanged;
import io.parley.schemas.event.PublicRoomEvent.PublicRoomDeleted;
import io.parley.schemas.event.PublicRoomEvent.PublicRoomOpened;
import io.parley.schemas.event.PublicRoomEvent.VisitorChanged;
import io.parley.schemas.event.PublicRoomEvent.VisitorJoined;
import io.parley.schemas.event.PublicRoomEvent.VisitorLeft;
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
import io.parley.schemas.event.VisitorEvent.VisitorIntroduced;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import tools.jackson.databind.JsonNode;

/// The name of each event on the wire. A released name is never given to anything else: a new
/// version comes beside it, and an upcaster makes the old one new when it is read.
public final class EventTypes {
  private static final Map<String, Class<? extends Event>> CURRENT =
      Map.ofEntries(
          Map.entry("parley.room.conversation_started.v1", ConversationStarted.class),
          Map.entry("parley.room.conversation_forwarded.v1", ConversationForwarded.class),
          Map.entry("parley.room.message_sent.v1", MessageSent.class),
          Map.entry("parley.room.message_edited.v1", MessageEdited.class),
          Map.entry("parley.room.message_deleted.v1", MessageDeleted.class),
          Map.entry("parley.room.messages_read.v1", MessagesRead.class),
          Map.entry("parley.room.conversation_archived.v1", ConversationArchived.class),
          Map.entry("parley.room.conversation_unarchived.v1", ConversationUnarchived.class),
          Map.entry("parley.room.participant_attached.v1", ParticipantAttached.class),
          Map.entry("parley.room.conversation_reported.v1", ConversationReported.class),
          Map.entry("parley.room.reports_closed.v1", ReportsClosed.class),
          Map.entry("parley.guest.guest_session_opened.v1", GuestSessionOpened.class),
          Map.entry("parley.guest.guest_room_claimed.v1", GuestRoomClaimed.class),
          Map.entry("parley.guest.guest_session_linked.v1", GuestSessionLinked.class),
          Map.entry("parley.guest.guest_room_adopted.v1", GuestRoomAdopted.class),
          Map.entry("parley.admin_access.access_recorded.v1", AccessRecorded.class),
          Map.entry("parley.public_room.public_room_opened.v1", PublicRoomOpened.class),
          Map.entry("parley.public_room.public_room_changed.v1", PublicRoomChanged.class),
          Map.entry("parley.public_room.public_room_deleted.v1", PublicRoomDeleted.class),
          Map.entry("parley.public_room.visitor_joined.v1", VisitorJoined.class),
          Map.entry("parley.public_room.visitor_changed.v1", VisitorChanged.class),
          Map.entry("parley.public_room.visitor_left.v1", VisitorLeft.class),
          Map.entry("parley.public_room.connection_closed.v1", ConnectionClosed.class),
          Map.entry("parley.public_room.public_message_sent.v1", PublicMessageSent.class),
          Map.entry("parley.visitor.visitor_introduced.v1", VisitorIntroduced.class),
          Map.entry("parley.canned_replies.canned_reply_added.v1", CannedReplyAdded.class),
          Map.entry("parley.canned_replies.canned_reply_changed.v1", CannedReplyChanged.class),
          Map.entry("parley.canned_replies.canned_reply_removed.v1", CannedReplyRemoved.class));

  private static final Map<Class<? extends Event>, String> NAMES =
      CURRENT.entrySet().stream().collect(Collectors.toMap(Map.Entry::getValue, Map.Entry::getKey));

  private EventTypes() {}

  /// The name under which such events are written.
  public static String nameOf(Class<? extends Event> event) {
    String name = NAMES.get(event);
    if (name == null) {
      throw new IllegalArgumentException("no name on the wire for " + event);
    }
    return name;
  }

  /// What is read under this name, or empty when this version of Parley does not know it.
  private static Optional<Class<? extends Event>> classOf(String name) {
    return Optional.ofNullable(CURRENT.get(name));
  }

  /// An event from its name on the wire, its `data` and its place in its aggregate's history;
  /// throws [UnknownEventType] for a name that this version of Parley does not know.
  public static Event read(String name, JsonNode data, long sequence) {
    var known = classOf(name).orElseThrow(() -> new UnknownEventType(name, sequence));
    return Json.mapper().treeToValue(data, known);
  }

  /// All events of one kind, as of `RoomEvent`.
  public static Set<Class<? extends Event>> of(Class<? extends Event> kind) {
    return CURRENT.values().stream()
        .filter(kind::isAssignableFrom)
        .collect(Collectors.toUnmodifiableSet());
  }

  /// Every name that can be read, with its class.
  public static Map<String, Class<? extends Event>> all() {
    return CURRENT;
  }
}
