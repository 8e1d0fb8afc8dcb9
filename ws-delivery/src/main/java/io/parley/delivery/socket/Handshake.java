package io.parley.delivery.socket;

import io.parley.delivery.session.Admission;
import io.parley.delivery.ticket.Tickets;
import io.parley.edge.identity.Caller;
import io.parley.edge.identity.Identities;
import io.parley.edge.identity.InvalidCredentials;
import io.parley.edge.problem.Problem;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.http.server.ServerHttpRequest;
import org.springframework.http.server.ServerHttpResponse;
import org.springframework.http.server.ServletServerHttpRequest;
import org.springframework.http.server.ServletServerHttpResponse;
import org.springframework.stereotype.Component;
import org.springframework.web.socket.WebSocketHandler;
import org.springframework.web.socket.server.HandshakeInterceptor;

/// Finds out who opens a socket: by `?ticket=`, as a browser should, by `?token=` or
/// `?guest_session=`, as old clients do, or by the headers of the REST API. What comes first here
/// counts most. Credentials that do not hold
/// are a 401, none at all are said in the first frame.
@Component
final class Handshake implements HandshakeInterceptor {
  /// The attribute of the socket that holds its [Caller].
  static final String CALLER = Handshake.class.getName();

  private final Identities identities;
  private final Admission admission;
  private final Tickets tickets;

  Handshake(Identities identities, Admission admission, Tickets tickets) {
    this.identities = identities;
    this.admission = admission;
    this.tickets = tickets;
  }

  @Override
  public boolean beforeHandshake(
      ServerHttpRequest request,
      ServerHttpResponse response,
      WebSocketHandler handler,
      Map<String, Object> attributes)
      throws IOException {
    var servletRequest = ((ServletServerHttpRequest) request).getServletRequest();
    var servletResponse = ((ServletServerHttpResponse) response).getServletResponse();
    try {
      caller(servletRequest).ifPresent(caller -> attributes.put(CALLER, caller));
      return true;
    } catch (InvalidCredentials e) {
      var problem = Problem.unauthorized("credentials_invalid", String.valueOf(e.getMessage()));
      problem.write(servletRequest, servletResponse);
    } catch (Problem problem) {
      problem.write(servletRequest, servletResponse);
    }
    return false;
  }

  private Optional<Caller> caller(HttpServletRequest request) {
    var ticket = request.getParameter("ticket");
    if (ticket != null && !ticket.isBlank()) {
      return Optional.of(admission.of(tickets.use(ticket)));
    }
    var token = request.getParameter("token");
    if (token != null && !token.isBlank()) {
      return Optional.of(admission.ofToken(token));
    }
    var session = request.getParameter("guest_session");
    if (session != null && !session.isBlank()) {
      return Optional.of(admission.ofGuest(Identities.session(session)));
    }
    return identities.ofRequest(request).map(admission::confirmed);
  }

  @Override
  public void afterHandshake(
      ServerHttpRequest request,
      ServerHttpResponse response,
      WebSocketHandler handler,
      @Nullable Exception failure) {}
}
