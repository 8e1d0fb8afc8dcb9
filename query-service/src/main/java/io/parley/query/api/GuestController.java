package io.parley.query.api;

import io.parley.edge.identity.Caller;
import io.parley.edge.problem.Problem;
import io.parley.query.guest.Guest;
import io.parley.query.guest.Guests;
import io.parley.schemas.LogPosition;
import io.parley.schemas.command.Actor;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RestController;

/// A guest looks at its own session.
@RestController
class GuestController {
  private final Entrance entrance;
  private final Guests guests;

  GuestController(Entrance entrance, Guests guests) {
    this.entrance = entrance;
    this.guests = guests;
  }

  @GetMapping("/api/chat/guest-session")
  SessionView session(
      Caller caller,
      @RequestHeader(name = LogPosition.HEADER, required = false) @Nullable String position) {
    var session = caller.guestSession();
    if (session == null || !(caller.actor() instanceof Actor.Guest guest)) {
      throw Problem.forbidden("not_allowed", "Only a guest has a guest session.");
    }
    entrance.admit(caller, position);
    return guests
        .findById(guest.guestId())
        .map(found -> SessionView.of(session, found))
        .orElseThrow(Entrance::unknownGuest);
  }

  /// A guest session as the guest sees it; `linked` when it has become an account.
  record SessionView(UUID sessionId, String identifier, Instant createdAt, boolean linked) {
    static SessionView of(UUID session, Guest guest) {
      return new SessionView(
          session, guest.identifier(), guest.createdAt(), guest.accountId() != null);
    }
  }
}
