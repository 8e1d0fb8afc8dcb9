package io.parley.query.api;

import io.parley.edge.identity.Caller;
import io.parley.query.conversation.Conversation;
import io.parley.schemas.MarketplaceId;
import io.parley.schemas.Person;
import io.parley.schemas.Side;
import io.parley.schemas.view.ParticipantView;
import io.parley.schemas.view.RoomView;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// Who looks: what they may see, and how it looks for them.
///
/// @param key what tells people apart, as `account:42`
/// @param vendor the vendor that they answer for, or null
/// @param admin whether they may see everything
/// @param guestSession a guest's secret, or null
record Viewer(
    String key, @Nullable MarketplaceId vendor, boolean admin, @Nullable UUID guestSession) {

  static Viewer of(Caller caller) {
    return new Viewer(
        caller.actor().key(),
        caller.vendor().orElse(null),
        caller.isAdmin(),
        caller.guestSession());
  }

  boolean sees(Conversation room) {
    return admin || isInside(room);
  }

  /// Whether the conversation is theirs. What else they see, they see as admins.
  boolean isInside(Conversation room) {
    return isBuyerIn(room) || answersFor(room);
  }

  /// Whose unread messages are theirs.
  Side sideIn(Conversation room) {
    if (isBuyerIn(room)) {
      return Side.BUYER;
    }
    return answersFor(room) ? Side.VENDOR : Side.ADMIN;
  }

  private boolean isBuyerIn(Conversation room) {
    return room.participants().stream()
        .filter(person -> person.role().side() == Side.BUYER)
        .anyMatch(person -> key.equals(keyOf(person)));
  }

  private boolean answersFor(Conversation room) {
    return room.subject().vendorId().equals(vendor);
  }

  private static String keyOf(ParticipantView one) {
    return new Person(one.role(), one.userId(), one.guestId(), one.username()).key();
  }

  /// The conversation as they see it.
  RoomView view(Conversation room) {
    var subject = room.subject();
    var last = room.lastMessage();
    return new RoomView(
        room.roomId(),
        subject.kind(),
        subject.vendorId(),
        subject.product(),
        room.participants(),
        key.equals("guest:" + subject.guestId()) ? guestSession : null,
        subject.guestId() != null,
        subject.guestId(),
        room.archived(),
        room.seq(),
        last == null ? null : last.seenBy(key),
        room.unread().of(sideIn(room)),
        room.waitingSince(),
        subject.createdAt(),
        room.updatedAt());
  }
}
