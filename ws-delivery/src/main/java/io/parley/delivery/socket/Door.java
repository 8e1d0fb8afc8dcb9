package io.parley.delivery.socket;

import io.parley.edge.problem.Problem;
import java.io.IOException;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.http.server.ServerHttpRequest;
import org.springframework.http.server.ServerHttpResponse;
import org.springframework.http.server.ServletServerHttpRequest;
import org.springframework.http.server.ServletServerHttpResponse;
import org.springframework.stereotype.Component;
import org.springframework.web.socket.WebSocketHandler;
import org.springframework.web.socket.server.HandshakeInterceptor;

/// Answers handshakes with 503 and `Retry-After` while this server stops.
@Component
final class Door implements HandshakeInterceptor {
  private static final int RETRY_AFTER = 1;

  private volatile boolean closed;

  void open() {
    closed = false;
  }

  void close() {
    closed = true;
  }

  @Override
  public boolean beforeHandshake(
      ServerHttpRequest request,
      ServerHttpResponse response,
      WebSocketHandler handler,
      Map<String, Object> attributes)
      throws IOException {
    if (closed) {
      Problem.unavailable("restarting", "This server restarts, connect again.", RETRY_AFTER)
          .write(
              ((ServletServerHttpRequest) request).getServletRequest(),
              ((ServletServerHttpResponse) response).getServletResponse());
    }
    return !closed;
  }

  @Override
  public void afterHandshake(
      ServerHttpRequest request,
      ServerHttpResponse response,
      WebSocketHandler handler,
      @Nullable Exception failure) {}
}
