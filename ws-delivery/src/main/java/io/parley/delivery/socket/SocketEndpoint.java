package io.parley.delivery.socket;

import io.parley.edge.EdgeProperties;
import org.springframework.context.annotation.Configuration;
import org.springframework.web.socket.config.annotation.EnableWebSocket;
import org.springframework.web.socket.config.annotation.WebSocketConfigurer;
import org.springframework.web.socket.config.annotation.WebSocketHandlerRegistry;

/// The endpoints `/ws/chat/`, the marketplace's, and `/ws/chat/{room_id}/`, the public rooms'. A
/// browser that comes from a foreign origin is refused with 403.
@Configuration(proxyBeanMethods = false)
@EnableWebSocket
class SocketEndpoint implements WebSocketConfigurer {
  private final ChatSocketHandler handler;
  private final Handshake handshake;
  private final VisitorSocketHandler visitorHandler;
  private final VisitorHandshake visitorHandshake;
  private final Door door;
  private final EdgeProperties edge;

  SocketEndpoint(
      ChatSocketHandler handler,
      Handshake handshake,
      VisitorSocketHandler visitorHandler,
      VisitorHandshake visitorHandshake,
      Door door,
      EdgeProperties edge) {
    this.handler = handler;
    this.handshake = handshake;
    this.visitorHandler = visitorHandler;
    this.visitorHandshake = visitorHandshake;
    this.door = door;
    this.edge = edge;
  }

  @Override
  public void registerWebSocketHandlers(WebSocketHandlerRegistry registry) {
    String[] origins = edge.allowedOrigins().toArray(String[]::new);
    registry
        .addHandler(handler, "/ws/chat", "/ws/chat/")
        .setAllowedOriginPatterns(origins)
        .addInterceptors(door, handshake);
    registry
        .addHandler(visitorHandler, "/ws/chat/{room}/")
        .setAllowedOriginPatterns(origins)
        .addInterceptors(door, visitorHandshake);
  }
}
