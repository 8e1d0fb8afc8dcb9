package io.parley.delivery.socket;

import io.parley.edge.EdgeProperties;
import org.springframework.context.annotation.Configuration;
import org.springframework.web.socket.config.annotation.EnableWebSocket;
import org.springframework.web.socket.config.annotation.WebSocketConfigurer;
import org.springframework.web.socket.config.annotation.WebSocketHandlerRegistry;

/// The endpoint `/ws/chat/`. A browser that comes from a foreign origin is refused with 403.
@Configuration(proxyBeanMethods = false)
@EnableWebSocket
class SocketEndpoint implements WebSocketConfigurer {
  private final ChatSocketHandler handler;
  private final Handshake handshake;
  private final EdgeProperties edge;

  SocketEndpoint(ChatSocketHandler handler, Handshake handshake, EdgeProperties edge) {
    this.handler = handler;
    this.handshake = handshake;
    this.edge = edge;
  }

  @Override
  public void registerWebSocketHandlers(WebSocketHandlerRegistry registry) {
    registry
        .addHandler(handler, "/ws/chat", "/ws/chat/")
        .setAllowedOriginPatterns(edge.allowedOrigins().toArray(String[]::new))
        .addInterceptors(handshake);
  }
}
