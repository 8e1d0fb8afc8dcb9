package io.parley.delivery.session;

import io.parley.edge.identity.InvalidCredentials;
import io.parley.edge.problem.Problem;
import io.parley.schemas.frame.ClientFrame.Authenticate;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// The `authenticate` frame: who the client is, when the handshake did not say it, or a fresh
/// token for the same account before the old one ends.
@Component
final class Authentication {
  private final Admission admission;

  Authentication(Admission admission) {
    this.admission = admission;
  }

  void authenticate(
      ChatSession session, @Nullable Me known, Outlet outlet, Authenticate credentials) {
    try {
      var caller = admission.of(credentials);
      if (known == null) {
        session.admit(caller);
      } else if (known.caller().actor().equals(caller.actor())) {
        session.renew(Me.of(caller));
      } else {
        outlet.send(Errors.of("already_authenticated", "This socket is somebody else's."));
      }
    } catch (InvalidCredentials e) {
      refuse(outlet, String.valueOf(e.getMessage()));
    } catch (Problem problem) {
      if (problem.status() == 401) {
        refuse(outlet, problem.detail());
      } else {
        outlet.send(Errors.of(problem, null, null));
      }
    }
  }

  private static void refuse(Outlet outlet, String why) {
    outlet.send(Errors.of("credentials_invalid", why));
    outlet.close(Closing.NOT_AUTHENTICATED);
  }
}
