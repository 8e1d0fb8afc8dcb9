package io.parley.delivery.socket;

import io.parley.delivery.DeliveryProperties;
import org.apache.coyote.AbstractProtocol;
import org.springframework.boot.tomcat.ConfigurableTomcatWebServerFactory;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.core.Ordered;
import org.springframework.stereotype.Component;

/// Makes Tomcat hold many sockets: small buffers for each, and a higher bound on connections.
@Component
final class SmallBuffers
    implements WebServerFactoryCustomizer<ConfigurableTomcatWebServerFactory>, Ordered {
  private static final String WEBSOCKET_BUFFER = "org.apache.tomcat.websocket.DEFAULT_BUFFER_SIZE";

  private final DeliveryProperties.Sockets sockets;

  SmallBuffers(DeliveryProperties properties) {
    this.sockets = properties.sockets();
    String bytes = String.valueOf(sockets.bufferBytes());
    // Tomcat reads it once, when its WebSocket classes are loaded.
    if (System.getProperty(WEBSOCKET_BUFFER) == null) {
      System.setProperty(WEBSOCKET_BUFFER, bytes);
    }
  }

  @Override
  public void customize(ConfigurableTomcatWebServerFactory factory) {
    String bytes = String.valueOf(sockets.bufferBytes());
    factory.addConnectorCustomizers(
        connector -> {
          connector.setProperty("socket.appReadBufSize", bytes);
          connector.setProperty("socket.appWriteBufSize", bytes);
          connector.setProperty("socket.bufferPool", "0");
          if (connector.getProtocolHandler() instanceof AbstractProtocol<?> protocol) {
            protocol.setMaxConnections(
                Math.max(protocol.getMaxConnections(), sockets.maxConnections()));
          }
        });
  }

  /// After Spring Boot's own settings.
  @Override
  public int getOrder() {
    return Ordered.LOWEST_PRECEDENCE;
  }
}
