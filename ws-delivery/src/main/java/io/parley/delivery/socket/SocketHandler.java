package io.parley.delivery.socket;

import io.parley.delivery.DeliveryProperties;
import io.parley.delivery.frame.Outgoing;
import io.parley.delivery.session.Closing;
import io.parley.delivery.session.Outlet;
import io.parley.delivery.session.SocketSession;
import io.parley.edge.trace.Spans;
import jakarta.websocket.Session;
import java.util.Map;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.web.socket.BinaryMessage;
import org.springframework.web.socket.CloseStatus;
import org.springframework.web.socket.PongMessage;
import org.springframework.web.socket.TextMessage;
import org.springframework.web.socket.WebSocketSession;
import org.springframework.web.socket.adapter.NativeWebSocketSession;
import org.springframework.web.socket.handler.AbstractWebSocketHandler;

/// Brings a socket's messages to its session. A long text comes in parts, so that an idle socket
/// needs no buffer of the longest frame's size.
///
/// @param <S> the sessions of its endpoint
abstract class SocketHandler<S extends SocketSession> extends AbstractWebSocketHandler {
  private static final Logger log = LoggerFactory.getLogger(SocketHandler.class);
  private static final String CONNECTION = SocketHandler.class.getName();

  private final DeliveryProperties.Outbox bounds;
  private final int maxFrameBytes;
  private final SocketMeters meters;
  private final Spans spans;
  private final Executor threads = command -> Thread.ofVirtual().name("outbox").start(command);
  private volatile boolean stopping;

  private record Connection(
      SocketSession session, Outbox outbox, Parts parts, @Nullable String traceparent) {}

  SocketHandler(
      DeliveryProperties properties, int maxFrameBytes, SocketMeters meters, Spans spans) {
    this.meters = meters;
    this.spans = spans;
    this.bounds = properties.outbox();
    this.maxFrameBytes = maxFrameBytes;
  }

  /// A new session for a socket; `attributes` are what its handshake found out.
  abstract S open(Outlet outlet, Map<String, Object> attributes);

  /// The session can be talked to. What the client sends waits until this returns.
  abstract void begin(S session, Map<String, Object> attributes);

  @Override
  public boolean supportsPartialMessages() {
    return true;
  }

  @Override
  public void afterConnectionEstablished(WebSocketSession socket) {
    var wire = new NativeWire(session(socket), bounds.writeTimeout());
    var opened = new AtomicReference<@Nullable S>();
    var outbox = new Outbox(wire, bounds, threads, () -> closed(opened.get()), meters);
    var attributes = socket.getAttributes();
    var session = open(outbox, attributes);
    opened.set(session);
    attributes.put(
        CONNECTION, new Connection(session, outbox, new Parts(maxFrameBytes), traceparent(socket)));
    if (stopping) {
      outbox.close(Closing.RESTART);
    } else {
      begin(session, attributes);
    }
  }

  private static void closed(@Nullable SocketSession session) {
    if (session != null) {
      session.closed();
    }
  }

  private static Session session(WebSocketSession socket) {
    if (socket instanceof NativeWebSocketSession nativeSocket) {
      var session = nativeSocket.getNativeSession(Session.class);
      if (session != null) {
        return session;
      }
    }
    throw new IllegalStateException("no session of the Jakarta API: " + socket);
  }

  @Override
  protected void handleTextMessage(WebSocketSession socket, TextMessage message) {
    var connection = connection(socket);
    if (connection == null) {
      return;
    }
    var parts = connection.parts;
    if (!parts.add(message.getPayload())) {
      connection.session.close(Closing.TOO_BIG);
    } else if (message.isLast()) {
      try (var _ = spans.within(connection.traceparent)) {
        connection.session.text(parts.take());
      }
    } else {
      connection.session.heard();
    }
  }

  @Override
  protected void handleBinaryMessage(WebSocketSession socket, BinaryMessage message) {
    var connection = connection(socket);
    if (connection != null) {
      connection.session.close(Closing.NOT_TEXT);
    }
  }

  @Override
  protected void handlePongMessage(WebSocketSession socket, PongMessage message) {
    var connection = connection(socket);
    if (connection != null) {
      connection.session.heard();
    }
  }

  @Override
  public void handleTransportError(WebSocketSession socket, Throwable failure) {
    log.debug("A socket failed: {}", failure.toString());
  }

  @Override
  public void afterConnectionClosed(WebSocketSession socket, CloseStatus status) {
    var connection = connection(socket);
    if (connection != null) {
      connection.outbox.gone();
    }
  }

  /// What its handshake was part of.
  private static @Nullable String traceparent(WebSocketSession socket) {
    return socket.getHandshakeHeaders().getFirst(Spans.TRACEPARENT);
  }

  private static @Nullable Connection connection(WebSocketSession socket) {
    return (Connection) socket.getAttributes().get(CONNECTION);
  }

  /// Whether every socket that opens from now on is told to go elsewhere.
  void stopping(boolean is) {
    stopping = is;
  }

  /// The parts of a text that has not come to its end.
  private static final class Parts {
    private final int maxBytes;
    private @Nullable StringBuilder begun;
    private @Nullable String last;
    private long bytes;

    Parts(int maxBytes) {
      this.maxBytes = maxBytes;
    }

    /// False when it gets too long; whatever comes then is thrown away.
    boolean add(String part) {
      bytes += Outgoing.utf8Length(part);
      if (bytes > maxBytes) {
        begun = null;
        last = null;
        return false;
      }
      if (last != null || begun != null) {
        begun = begun == null ? new StringBuilder(String.valueOf(last)) : begun;
        begun.append(part);
        last = null;
      } else {
        last = part;
      }
      return true;
    }

    String take() {
      String whole = begun != null ? begun.toString() : String.valueOf(last);
      begun = null;
      last = null;
      bytes = 0;
      return whole;
    }
  }
}
