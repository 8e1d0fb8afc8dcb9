package io.parley.command.api;

import io.parley.edge.identity.Identities;
import io.parley.edge.problem.Problem;
import io.parley.schemas.Ids;
import io.parley.schemas.MarketplaceId;
import io.parley.schemas.MessageContent;
import io.parley.schemas.MessageType;
import io.parley.schemas.Product;
import io.parley.schemas.command.Actor;
import io.parley.schemas.command.GuestCommand.ClaimGuestRoom;
import io.parley.schemas.command.RoomCommand.SendMessage;
import io.parley.schemas.command.RoomCommand.StartConversation;
import io.parley.schemas.reply.Outcome.MessageNow;
import io.parley.schemas.reply.Outcome.RoomElsewhere;
import io.parley.schemas.reply.Outcome.RoomNow;
import io.parley.schemas.reply.Refusal;
import io.parley.schemas.reply.Reply;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

/// Starting a conversation: up to four commands, each with an id of its own that comes from the
/// request's, so that the whole request can be sent again.
@RestController
final class StartController {
  private final Identities identities;
  private final Commands commands;
  private final ProductCatalog catalog;

  StartController(
      Identities identities, Commands commands, ObjectProvider<ProductCatalog> catalogs) {
    this.identities = identities;
    this.commands = commands;
    this.catalog = catalogs.getIfAvailable(() -> (_, _) -> Optional.empty());
  }

  @PostMapping("/api/chat/start")
  ResponseEntity<Object> start(@RequestBody Requests.Start body, HttpServletRequest request) {
    var ask = Ask.of(identities, request, body.guestSessionId());
    var vendorId = body.vendorId();
    if (vendorId == null) {
      throw Problem.badRequest("vendor_id_missing", "vendor_id is required.");
    }
    checkMessage(body.initialMessage());
    var product = product(vendorId, body);
    var productId = product == null ? null : product.id();
    var room = Ids.room(ask.caller().actor().key(), vendorId.value(), text(productId));

    if (ask.caller().actor() instanceof Actor.Guest guest) {
      claim(ask, new ClaimGuestRoom(guest.guestId(), room, vendorId, productId));
    }
    var started = open(ask, new StartConversation(room, vendorId, product));
    return answer(ask, started, body.initialMessage());
  }

  /// A guest session that was never opened shows here.
  private void claim(Ask ask, ClaimGuestRoom claim) {
    var claiming = ask.as(Ids.derived(ask.commandId(), "claim"));
    var reply = commands.reply(claiming, claiming.envelope(claim));
    if (reply instanceof Reply.Rejected rejected) {
      throw rejected.reason() == Refusal.GUEST_SESSION_NOT_FOUND
          ? Problem.unauthorized("guest_session_unknown", "There is no such guest session.")
          : Problem.of(rejected.reason());
    }
  }

  private Reply.Accepted open(Ask ask, StartConversation start) {
    var accepted = commands.send(ask, start);
    if (accepted.outcome() instanceof RoomElsewhere elsewhere) {
      return commands.send(
          ask.as(Ids.derived(ask.commandId(), "elsewhere")),
          new StartConversation(elsewhere.roomId(), start.vendorId(), start.product()));
    }
    return accepted;
  }

  private ResponseEntity<Object> answer(
      Ask ask, Reply.Accepted started, @Nullable String initialMessage) {
    var opened = (RoomNow) started.outcome();
    var room = opened.room();
    var last = started;
    if (initialMessage != null) {
      last =
          commands.send(
              ask.as(Ids.derived(ask.commandId(), "message")),
              new SendMessage(room.roomId(), initialMessage, MessageType.TEXT, null));
      room = room.after(((MessageNow) last.outcome()).message());
    }
    UUID session = ask.caller().guestSession();
    return Commands.answer(
        opened.created() ? 201 : 200, last, session == null ? room : room.forGuest(session));
  }

  private @Nullable Product product(MarketplaceId vendorId, Requests.Start body) {
    if (body.product() != null) {
      if (body.productId() != null && !body.productId().equals(body.product().id())) {
        throw Problem.badRequest("product_invalid", "product_id and product.id differ.");
      }
      Products.check(body.product());
      return body.product();
    }
    var id = body.productId();
    return id == null
        ? null
        : catalog.find(vendorId, id).orElseGet(() -> new Product(id, null, null, null, null));
  }

  private static void checkMessage(@Nullable String initialMessage) {
    if (initialMessage != null) {
      MessageContent.problemOf(initialMessage, MessageType.TEXT, null)
          .ifPresent(
              refusal -> {
                throw Problem.of(refusal);
              });
    }
  }

  private static @Nullable String text(@Nullable MarketplaceId id) {
    return id == null ? null : id.value();
  }
}
