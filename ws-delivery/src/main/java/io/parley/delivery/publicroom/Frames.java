package io.parley.delivery.publicroom;

import io.parley.delivery.frame.Outgoing;
import io.parley.edge.publicchat.Language;
import io.parley.edge.publicchat.Text;
import io.parley.schemas.Member;
import io.parley.schemas.PublicTime;
import io.parley.schemas.Visitor;
import io.parley.schemas.event.PublicRoomEvent;
import io.parley.schemas.event.PublicRoomEvent.ConnectionClosed;
import io.parley.schemas.event.PublicRoomEvent.PublicMessageSent;
import io.parley.schemas.event.PublicRoomEvent.PublicRoomChanged;
import io.parley.schemas.event.PublicRoomEvent.PublicRoomDeleted;
import io.parley.schemas.event.PublicRoomEvent.PublicRoomOpened;
import io.parley.schemas.event.PublicRoomEvent.VisitorChanged;
import io.parley.schemas.event.PublicRoomEvent.VisitorJoined;
import io.parley.schemas.event.PublicRoomEvent.VisitorLeft;
import io.parley.schemas.frame.PublicFrame;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/// The frames of a public room; pure.
final class Frames {
  private Frames() {}

  /// The frame of an event, live and in history; empty for what nobody is told of.
  static Optional<PublicFrame> of(
      long seq, Instant time, PublicRoomEvent event, Language language) {
    return switch (event) {
      case VisitorJoined e ->
          Optional.of(system(e.visitor(), time, Text.JOINED.in(language, e.visitor().username())));
      case VisitorLeft e ->
          Optional.of(system(e.visitor(), time, Text.LEFT.in(language, e.visitor().username())));
      case VisitorChanged e -> renamed(time, e, language);
      case PublicMessageSent e -> Optional.of(message(seq, time, e));
      case PublicRoomOpened _, PublicRoomChanged _, PublicRoomDeleted _, ConnectionClosed _ ->
          Optional.empty();
    };
  }

  private static Optional<PublicFrame> renamed(
      Instant time, VisitorChanged event, Language language) {
    String name = event.visitor().username();
    return name.equals(event.formerUsername())
        ? Optional.empty()
        : Optional.of(
            system(event.visitor(), time, Text.RENAMED.in(language, event.formerUsername(), name)));
  }

  private static PublicFrame message(long seq, Instant time, PublicMessageSent event) {
    var sender = event.sender();
    return new PublicFrame.Message(
        event.content(),
        sender.id(),
        sender.username(),
        sender.color(),
        event.messageId(),
        PublicTime.utc(time),
        seq);
  }

  private static PublicFrame system(Visitor visitor, Instant time, String message) {
    return new PublicFrame.SystemMessage(
        message, visitor.id(), visitor.username(), PublicTime.utc(time));
  }

  static Outgoing userList(List<Member> newestFirst, Instant now) {
    var users =
        newestFirst.stream()
            .map(member -> PublicFrame.User.of(member.visitor(), member.joinedAt()))
            .toList();
    return Outgoing.of(new PublicFrame.UserList(users, PublicTime.utc(now)));
  }

  static Outgoing typing(Visitor visitor, JsonNode typing, Instant now) {
    return Outgoing.of(
        new PublicFrame.Typing(visitor.id(), visitor.username(), typing, PublicTime.utc(now)));
  }

  static Outgoing resync(long seq, Instant now) {
    return Outgoing.of(new PublicFrame.Resync(seq, PublicTime.utc(now)));
  }

  static Outgoing error(String code, String message, @Nullable Integer retryAfter) {
    return Outgoing.of(
        new PublicFrame.ErrorMessage(message, PublicTime.utc(Instant.now()), code, retryAfter));
  }
}
