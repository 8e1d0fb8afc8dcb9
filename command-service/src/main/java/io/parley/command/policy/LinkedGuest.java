package io.parley.command.policy;

import io.parley.schemas.Ids;
import io.parley.schemas.MarketplaceId;
import io.parley.schemas.command.Actor;
import io.parley.schemas.command.CommandEnvelope;
import io.parley.schemas.command.RoomCommand.AttachParticipant;
import io.parley.schemas.command.RoomCommand.ForwardConversation;
import io.parley.schemas.event.GuestEvent.ClaimedRoom;
import java.util.List;
import java.util.UUID;

/// What has to happen so that a guest's room becomes its account's as well: the account joins the
/// room, and the room that the account would open about the same product points there. The ids of
/// these commands come from what they are about, so that whoever sends them again changes nothing.
public final class LinkedGuest {
  private static final Actor POLICY = new Actor.Policy("when_guest_linked_then_attach_rooms");

  private LinkedGuest() {}

  /// The commands for one room.
  public static List<CommandEnvelope> commands(
      UUID guestId, MarketplaceId accountId, String username, ClaimedRoom room) {
    var buyer = "account:" + accountId;
    var productId = room.productId() == null ? null : room.productId().value();
    var own = Ids.room(buyer, room.vendorId().value(), productId);
    return List.of(
        new CommandEnvelope(
            Ids.derived(room.roomId(), "attach " + buyer),
            POLICY,
            new AttachParticipant(room.roomId(), guestId, accountId, username)),
        new CommandEnvelope(
            Ids.derived(own, "forward to " + room.roomId()),
            POLICY,
            new ForwardConversation(own, room.roomId())));
  }
}
