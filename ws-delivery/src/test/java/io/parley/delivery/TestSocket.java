package io.parley.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import io.parley.schemas.Json;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.WebSocket;
import java.net.http.WebSocketHandshakeException;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/// A client's socket: what comes in waits to be looked at, frame by frame.
final class TestSocket implements WebSocket.Listener, AutoCloseable {
  private static final HttpClient CLIENT =
      HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(5)).build();
  private static final int SWITCHING_PROTOCOLS = 101;
  private static final Duration PATIENCE = Duration.ofSeconds(20);

  private final BlockingQueue<JsonNode> frames = new LinkedBlockingQueue<>();
  private final CompletableFuture<Integer> closed = new CompletableFuture<>();
  private final StringBuilder partial = new StringBuilder();
  private final boolean reading;
  private @Nullable WebSocket socket;

  private TestSocket(boolean reading) {
    this.reading = reading;
  }

  static TestSocket open(URI uri, String... headers) {
    return open(new TestSocket(true), uri, headers);
  }

  /// One that reads nothing until it is told to.
  static TestSocket openDeaf(URI uri) {
    return open(new TestSocket(false), uri);
  }

  /// The HTTP status with which the handshake is refused.
  static int refusal(URI uri, String... headers) {
    int status = attempt(uri, headers).join();
    assertThat(status).isNotEqualTo(SWITCHING_PROTOCOLS);
    return status;
  }

  /// The HTTP status of a handshake, of a socket that is then let go.
  static CompletableFuture<Integer> attempt(URI uri, String... headers) {
    var builder = CLIENT.newWebSocketBuilder();
    for (int i = 0; i < headers.length; i += 2) {
      builder.header(headers[i], headers[i + 1]);
    }
    return builder
        .buildAsync(uri, new TestSocket(true))
        .handle((opened, failure) -> opened != null ? letGo(opened) : status(failure));
  }

  private static int letGo(WebSocket opened) {
    opened.abort();
    return SWITCHING_PROTOCOLS;
  }

  private static int status(Throwable failure) {
    var cause = failure instanceof CompletionException e ? e.getCause() : failure;
    if (cause instanceof WebSocketHandshakeException refused) {
      return refused.getResponse().statusCode();
    }
    throw new AssertionError("no answer", failure);
  }

  private static TestSocket open(TestSocket listener, URI uri, String... headers) {
    var builder = CLIENT.newWebSocketBuilder();
    for (int i = 0; i < headers.length; i += 2) {
      builder.header(headers[i], headers[i + 1]);
    }
    listener.socket = get(builder.buildAsync(uri, listener));
    return listener;
  }

  @Override
  public void onOpen(WebSocket opened) {
    if (reading) {
      opened.request(1);
    }
  }

  void read() {
    socket().request(Long.MAX_VALUE);
  }

  @Override
  public @Nullable CompletionStage<?> onText(WebSocket from, CharSequence data, boolean last) {
    partial.append(data);
    if (last) {
      frames.add(Json.mapper().readTree(partial.toString()));
      partial.setLength(0);
    }
    if (reading) {
      from.request(1);
    }
    return null;
  }

  @Override
  public @Nullable CompletionStage<?> onClose(WebSocket from, int code, String reason) {
    closed.complete(code);
    return null;
  }

  @Override
  public void onError(WebSocket from, Throwable error) {
    closed.completeExceptionally(error);
  }

  private WebSocket socket() {
    return java.util.Objects.requireNonNull(socket);
  }

  TestSocket sendRaw(String text) {
    get(socket().sendText(text, true));
    return this;
  }

  TestSocket send(String format, Object... values) {
    return sendRaw(format.replace('\'', '"').formatted(values));
  }

  void sendBinary(byte[] bytes) {
    get(socket().sendBinary(ByteBuffer.wrap(bytes), true));
  }

  /// The next frame, of whatever type.
  JsonNode next() {
    try {
      var frame = frames.poll(PATIENCE.toSeconds(), TimeUnit.SECONDS);
      if (frame == null) {
        throw new AssertionError("no frame came");
      }
      return frame;
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  /// The next frame, which must be of this type.
  JsonNode next(String type) {
    var frame = next();
    assertThat(frame.get("type").stringValue()).as("%s", frame).isEqualTo(type);
    return frame;
  }

  /// The next `error`, which must have this code.
  JsonNode error(String code) {
    var frame = next("error");
    assertThat(frame.get("code").stringValue()).as("%s", frame).isEqualTo(code);
    return frame;
  }

  /// Joins and takes in the answer.
  long join(UUID room) {
    send("{'type':'join_room','room_id':'%s'}", room);
    return next("joined").get("seq").longValue();
  }

  /// Sends a message with an id of the client's.
  UUID say(UUID room, String content) {
    UUID id = UUID.randomUUID();
    var frame =
        Map.of(
            "type", "send_message",
            "room_id", room,
            "content", content,
            "client_message_id", id);
    sendRaw(Json.mapper().writeValueAsString(frame));
    return id;
  }

  /// Nothing is on its way: what is asked now is answered next.
  void isQuiet() {
    send("{'type':'ping'}");
    next("pong");
  }

  /// The next frames, each of this type.
  List<JsonNode> all(String... types) {
    return Arrays.stream(types).map(type -> next(type)).toList();
  }

  /// What came and was not looked at.
  int unread() {
    return frames.size();
  }

  /// Says goodbye.
  void leave() {
    get(socket().sendClose(WebSocket.NORMAL_CLOSURE, ""));
  }

  int closeCode() {
    return get(closed);
  }

  private static <T> T get(CompletableFuture<T> future) {
    try {
      return future.get(PATIENCE.toSeconds(), TimeUnit.SECONDS);
    } catch (InterruptedException | ExecutionException | TimeoutException e) {
      throw new IllegalStateException(e);
    }
  }

  @Override
  public void close() {
    socket().abort();
  }
}
