package io.parley.delivery.session;

import io.parley.delivery.DeliveryProperties;
import io.parley.edge.identity.Caller;
import io.parley.edge.identity.Identities;
import io.parley.edge.problem.Problem;
import io.parley.schemas.Ids;
import io.parley.schemas.frame.ClientFrame.Authenticate;
import java.time.Duration;
import java.util.UUID;
import org.springframework.stereotype.Component;

/// Who is let in: whoever brings a token that holds, or the session of a guest that exists.
///
/// What does not hold is a [Problem] 401; when query-service cannot say whether there is such a
/// guest it is a [Problem] 503.
@Component
public final class Admission {
  private static final Duration PAUSE = Duration.ofMillis(200);

  private final Identities identities;
  private final RoomArchive archive;
  private final LogPositions positions;
  private final Duration patience;

  Admission(
      Identities identities,
      RoomArchive archive,
      LogPositions positions,
      DeliveryProperties properties) {
    this.identities = identities;
    this.archive = archive;
    this.positions = positions;
    this.patience = properties.query().guestPatience();
  }

  /// The account of a token; throws [io.parley.edge.identity.InvalidCredentials].
  public Caller ofToken(String token) {
    return identities.ofToken(token);
  }

  /// The guest of a session that exists.
  public Caller ofGuest(UUID session) {
    return confirmed(identities.ofGuest(session));
  }

  /// Whoever these credentials are of, a token before a guest session.
  public Caller of(Authenticate credentials) {
    if (credentials.token() != null) {
      return ofToken(credentials.token());
    }
    if (credentials.guestSession() != null) {
      return ofGuest(credentials.guestSession());
    }
    throw Problem.unauthorized("credentials_invalid", "A token or a guest session is needed.");
  }

  /// The caller, once it is sure that it exists: a guest's session may be milliseconds old, so it
  /// is asked for a few times.
  public Caller confirmed(Caller caller) {
    if (caller.guestSession() == null) {
      return caller;
    }
    var position = positions.newest(Ids.guest(caller.guestSession()));
    long deadline = System.nanoTime() + patience.toNanos();
    while (!archive.knows(caller, position)) {
      if (System.nanoTime() >= deadline) {
        throw Problem.unauthorized("credentials_invalid", "There is no such guest session.");
      }
      pause();
    }
    return caller;
  }

  private static void pause() {
    try {
      Thread.sleep(PAUSE);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw Problem.unavailable("unavailable", "Interrupted.", 1);
    }
  }
}
