package io.parley.command.api.publicchat;

import jakarta.servlet.http.HttpServletRequest;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.UUID;

/// The address of a room's socket for one visitor, usable as it is.
final class WebSocketUrl {
  private WebSocketUrl() {}

  /// On the host to which the request was sent, and behind TLS if the request was.
  static String of(
      HttpServletRequest request, UUID roomId, String username, String color, String session) {
    return "%s://%s/ws/chat/%s/?username=%s&color=%s&session_id=%s"
        .formatted(
            request.isSecure() ? "wss" : "ws",
            host(request),
            roomId,
            encoded(username),
            encoded(color),
            encoded(session));
  }

  private static String host(HttpServletRequest request) {
    int usual = request.isSecure() ? 443 : 80;
    String name = request.getServerName();
    return request.getServerPort() == usual ? name : name + ":" + request.getServerPort();
  }

  private static String encoded(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
  }
}
