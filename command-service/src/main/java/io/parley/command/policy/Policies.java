package io.parley.command.policy;

import io.parley.schemas.Ids;
import io.parley.schemas.MarketplaceId;
import io.parley.schemas.Product;
import io.parley.schemas.command.Actor;
import io.parley.schemas.command.CommandEnvelope;
import io.parley.schemas.command.GuestCommand.ConfirmGuestRoom;
import io.parley.schemas.event.EventEnvelope;
import io.parley.schemas.event.EventTypes;
import io.parley.schemas.event.GuestEvent.GuestRoomAdopted;
import io.parley.schemas.event.GuestEvent.GuestSessionLinked;
import io.parley.schemas.event.RoomEvent.ConversationStarted;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Reactions, each a sentence. They remember nothing: an event comes in, commands come out, and
/// the same commands come out when the event comes in again.
final class Policies {
  /// The types of the events that any policy reacts to.
  static final Set<String> EVENT_TYPES =
      Set.of(
          EventTypes.nameOf(GuestSessionLinked.class),
          EventTypes.nameOf(GuestRoomAdopted.class),
          EventTypes.nameOf(ConversationStarted.class));

  private Policies() {}

  static List<CommandEnvelope> react(EventEnvelope event) {
    return switch (event.data()) {
      case GuestSessionLinked linked -> whenGuestLinkedThenAttachRooms(linked);
      case GuestRoomAdopted adopted -> whenRoomAdoptedThenAttachIt(adopted);
      case ConversationStarted started -> whenGuestStartsThenConfirmRoom(event, started);
      default -> List.of();
    };
  }

  private static List<CommandEnvelope> whenGuestLinkedThenAttachRooms(GuestSessionLinked linked) {
    return linked.rooms().stream()
        .flatMap(
            room ->
                LinkedGuest.commands(linked.guestId(), linked.accountId(), linked.username(), room)
                    .stream())
        .toList();
  }

  private static List<CommandEnvelope> whenRoomAdoptedThenAttachIt(GuestRoomAdopted adopted) {
    return LinkedGuest.commands(
        adopted.guestId(), adopted.accountId(), adopted.username(), adopted.room());
  }

  /// The guest may have been linked between its claim and this start.
  private static List<CommandEnvelope> whenGuestStartsThenConfirmRoom(
      EventEnvelope event, ConversationStarted started) {
    var guestId = started.buyer().guestId();
    if (guestId == null) {
      return List.of();
    }
    return List.of(
        new CommandEnvelope(
            Ids.derived(event.id(), "confirm"),
            new Actor.Policy("when_guest_starts_then_confirm_room"),
            new ConfirmGuestRoom(
                guestId, started.roomId(), started.vendorId(), idOf(started.product()))));
  }

  private static @Nullable MarketplaceId idOf(@Nullable Product product) {
    return product == null ? null : product.id();
  }
}
