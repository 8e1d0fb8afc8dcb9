package io.parley.command.api;

import io.parley.command.policy.LinkedGuest;
import io.parley.edge.identity.Caller;
import io.parley.edge.identity.Identities;
import io.parley.edge.problem.Problem;
import io.parley.schemas.Ids;
import io.parley.schemas.MarketplaceId;
import io.parley.schemas.MessageContent;
import io.parley.schemas.command.Actor;
import io.parley.schemas.command.GuestCommand.LinkGuestSession;
import io.parley.schemas.command.GuestCommand.OpenGuestSession;
import io.parley.schemas.reply.Outcome.GuestNow;
import io.parley.schemas.reply.Reply;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/// Guest sessions: becoming a guest, and becoming an account.
@RestController
@RequestMapping("/api/chat")
final class GuestController {
  private static final int MAX_IDENTIFIER_LENGTH = 255;

  private final Identities identities;
  private final Commands commands;

  GuestController(Identities identities, Commands commands) {
    this.identities = identities;
    this.commands = commands;
  }

  record Opened(UUID sessionId, String identifier, Instant createdAt) {}

  record Linked(MarketplaceId userId, UUID guestId, List<UUID> rooms) {}

  /// A new session, or with an `Idempotency-Key` the one that the same key got before. The session
  /// id comes from the key, never from what the log holds.
  @PostMapping("/guest-session")
  ResponseEntity<Object> open(@RequestBody Requests.OpenGuest body, HttpServletRequest request) {
    String identifier = body.identifier() == null ? "" : body.identifier();
    if (identifier.length() > MAX_IDENTIFIER_LENGTH || !MessageContent.isText(identifier)) {
      throw Problem.badRequest(
          "identifier_invalid", "identifier is a text of at most 255 characters.");
    }
    var session =
        Ask.idempotencyKey(request)
            .map(key -> Ids.derived(key, "guest session"))
            .orElseGet(UUID::randomUUID);
    var caller = identities.ofGuest(session);
    var ask = new Ask(caller, Ids.derived(session, "open"), request.getHeader("traceparent"));
    var accepted = commands.send(ask, new OpenGuestSession(Ids.guest(session), identifier));
    var guest = (GuestNow) accepted.outcome();
    return Commands.answer(
        201, accepted, new Opened(session, guest.identifier(), guest.createdAt()));
  }

  /// The guest's rooms are the account's too when this answers.
  @PostMapping("/link-guest-session")
  ResponseEntity<Object> link(
      @RequestBody Requests.LinkGuest body, Caller caller, HttpServletRequest request) {
    var account =
        caller
            .account()
            .orElseThrow(
                () -> Problem.forbidden("not_allowed", "Sign in to link a guest session."));
    if (body.guestSessionId() == null) {
      throw Problem.badRequest("guest_session_id_missing", "guest_session_id is required.");
    }
    var guestId = Ids.guest(body.guestSessionId());
    var ask = Ask.of(identities, request, null);
    var accepted = commands.send(ask, new LinkGuestSession(guestId));
    var guest = (GuestNow) accepted.outcome();
    var attached = attachRooms(ask, account, guest);
    var rooms = guest.rooms().stream().map(room -> room.roomId()).toList();
    return Commands.positioned(200, accepted, attached)
        .body(new Linked(account.accountId(), guestId, rooms));
  }

  /// What the policy does too; done here as well so that the caller finds its rooms at once. A
  /// room that was claimed and never started refuses, which is all right.
  private List<Reply> attachRooms(Ask ask, Actor.Account account, GuestNow guest) {
    return commands.replies(
        ask,
        guest.rooms().stream()
            .flatMap(
                room ->
                    LinkedGuest.commands(
                        guest.guestId(), account.accountId(), account.username(), room)
                        .stream())
            .toList());
  }
}
