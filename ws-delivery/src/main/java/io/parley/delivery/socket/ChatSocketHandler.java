package io.parley.delivery.socket;

import io.parley.delivery.DeliveryProperties;
import io.parley.delivery.frame.Outgoing;
import io.parley.delivery.session.ChatSession;
import io.parley.delivery.session.ChatSessions;
import io.parley.delivery.session.Closing;
import io.parley.edge.identity.Caller;
import jakarta.websocket.Session;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.springframework.web.socket.BinaryMessage;
import org.springframework.web.socket.CloseStatus;
import org.springframework.web.socket.PongMessage;
import org.springframework.web.socket.TextMessage;
import org.springframework.web.socket.WebSocketSession;
import org.springframework.web.socket.adapter.NativeWebSocketSession;
import org.springframework.web.socket.handler.AbstractWebSocketHandler;

/// Brings a socket's messages to its session. A long text comes in parts, so that an idle socket
/// needs no buffer of the longest frame's size.
@Component
final class ChatSocketHandler extends AbstractWebSocketHandler {
  private static final Logger log = LoggerFactory.getLogger(ChatSocketHandler.class);
  private static final String CONNECTION = ChatSocketHandler.class.getName();

  private final ChatSessions sessions;
  private final DeliveryProperties properties;
  private final Executor threads = command -> Thread.ofVirtual().name("outbox").start(command);
  private volatile boolean stopping;

  private record Connection(ChatSession chat, Outbox outbox, Parts parts) {}

  ChatSocketHandler(ChatSessions sessions, DeliveryProperties properties) {
    this.sessions = sessions;
    this.properties = properties;
  }

  @Override
  public boolean supportsPartialMessages() {
    return true;
  }

  @Override
  public void afterConnectionEstablished(WebSocketSession socket) {
    var wire = new NativeWire(session(socket), properties.outbox().writeTimeout());
    var opened = new AtomicReference<@Nullable ChatSession>();
    var outbox = new Outbox(wire, properties.outbox(), threads, () -> closed(opened.get()));
    var chat = sessions.open(outbox);
    opened.set(chat);
    var parts = new Parts(properties.sockets().maxFrameBytes());
    socket.getAttributes().put(CONNECTION, new Connection(chat, outbox, parts));
    if (stopping) {
      outbox.close(Closing.RESTART);
    } else if (socket.getAttributes().remove(Handshake.CALLER) instanceof Caller caller) {
      chat.admit(caller);
    }
  }

  private static void closed(@Nullable ChatSession chat) {
    if (chat != null) {
      chat.closed();
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
      connection.chat.close(Closing.TOO_BIG);
    } else if (message.isLast()) {
      connection.chat.text(parts.take());
    } else {
      connection.chat.heard();
    }
  }

  @Override
  protected void handleBinaryMessage(WebSocketSession socket, BinaryMessage message) {
    var connection = connection(socket);
    if (connection != null) {
      connection.chat.close(Closing.NOT_TEXT);
    }
  }

  @Override
  protected void handlePongMessage(WebSocketSession socket, PongMessage message) {
    var connection = connection(socket);
    if (connection != null) {
      connection.chat.heard();
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

  private static @Nullable Connection connection(WebSocketSession socket) {
    return (Connection) socket.getAttributes().get(CONNECTION);
  }

  /// Every socket that opens from now on is told to go elsewhere.
  void stopping() {
    stopping = true;
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
