package io.parley.delivery.socket;

import io.parley.delivery.publicroom.Visit;
import io.parley.edge.problem.Problem;
import io.parley.edge.publicchat.Language;
import io.parley.edge.publicchat.PublicChatProperties;
import io.parley.schemas.Ids;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.http.server.ServerHttpRequest;
import org.springframework.http.server.ServerHttpResponse;
import org.springframework.http.server.ServletServerHttpRequest;
import org.springframework.http.server.ServletServerHttpResponse;
import org.springframework.stereotype.Component;
import org.springframework.web.socket.WebSocketHandler;
import org.springframework.web.socket.server.HandshakeInterceptor;

/// Finds out which room a visitor's socket is for, and what its address says of the visitor. What
/// cannot be the address of a room, or is no WebSocket's handshake, is a 404; whatever is wrong
/// with the rest is told once the socket is open, where a browser can see it.
@Component
final class VisitorHandshake implements HandshakeInterceptor {
  /// The attribute of the socket that holds its [Visit].
  static final String VISIT = VisitorHandshake.class.getName();

  private static final Pattern PATH =
      Pattern.compile("/ws/chat/([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})/");

  private final PublicChatProperties bounds;

  VisitorHandshake(PublicChatProperties bounds) {
    this.bounds = bounds;
  }

  @Override
  public boolean beforeHandshake(
      ServerHttpRequest request,
      ServerHttpResponse response,
      WebSocketHandler handler,
      Map<String, Object> attributes)
      throws IOException {
    var asked = ((ServletServerHttpRequest) request).getServletRequest();
    var room = room(asked);
    if (room.isEmpty()) {
      var answer = ((ServletServerHttpResponse) response).getServletResponse();
      Problem.notFound("not_found", "There is nothing here.").write(asked, answer);
      return false;
    }
    attributes.put(
        VISIT,
        Visit.of(
            room.get(), asked.getQueryString(), Language.of(asked), asked.getRemoteAddr(), bounds));
    return true;
  }

  private static Optional<UUID> room(HttpServletRequest request) {
    var path = request.getRequestURI().substring(request.getContextPath().length());
    var matcher = PATH.matcher(path);
    if (!"websocket".equalsIgnoreCase(request.getHeader("Upgrade")) || !matcher.matches()) {
      return Optional.empty();
    }
    return Optional.of(UUID.fromString(matcher.group(1))).filter(Ids::mayBePublicRoom);
  }

  @Override
  public void afterHandshake(
      ServerHttpRequest request,
      ServerHttpResponse response,
      WebSocketHandler handler,
      @Nullable Exception failure) {}
}
