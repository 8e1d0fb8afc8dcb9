package io.parley.standalone.client;

import static org.assertj.core.api.Assertions.assertThat;

import io.parley.schemas.Json;
import io.parley.schemas.contract.ContractSchemas;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.WebSocket;
import java.time.Duration;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.MissingNode;

/// A socket whose frames wait to be looked at, each held to its schema when it is.
public final class ChatSocket implements WebSocket.Listener, AutoCloseable {
  private static final HttpClient CLIENT =
      HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(10)).build();
  private static final Duration PATIENCE = Duration.ofSeconds(60);

  private static final JsonNode THE_END = MissingNode.getInstance();

  private final BlockingQueue<JsonNode> frames = new LinkedBlockingQueue<>();
  private final CompletableFuture<Integer> closed = new CompletableFuture<>();
  private final StringBuilder partial = new StringBuilder();
  private final WebSocket socket;

  private ChatSocket(URI uri, Map<String, String> headers) {
    var builder = CLIENT.newWebSocketBuilder();
    headers.forEach(builder::header);
    socket = get(builder.buildAsync(uri, this));
  }

  public static ChatSocket open(URI uri) {
    return open(uri, Map.of());
  }

  public static ChatSocket open(URI uri, Map<String, String> headers) {
    return new ChatSocket(uri, headers);
  }

  @Override
  public @Nullable CompletionStage<?> onText(WebSocket from, CharSequence data, boolean last) {
    partial.append(data);
    if (last) {
      frames.add(Json.mapper().readTree(partial.toString()));
      partial.setLength(0);
    }
    from.request(1);
    return null;
  }

  @Override
  public @Nullable CompletionStage<?> onClose(WebSocket from, int code, String reason) {
    closed.complete(code);
    frames.add(THE_END);
    return null;
  }

  @Override
  public void onError(WebSocket from, Throwable error) {
    closed.completeExceptionally(error);
    frames.add(THE_END);
  }

  /// Says it as it is.
  public ChatSocket say(String text) {
    get(socket.sendText(text, true));
    return this;
  }

  /// A frame about a room, with more fields.
  public ChatSocket say(String type, UUID room, Object... fields) {
    var frame = Json.mapper().createObjectNode().put("type", type).put("room_id", room.toString());
    for (int i = 0; i < fields.length; i += 2) {
      frame.putPOJO((String) fields[i], fields[i + 1]);
    }
    return say(Json.mapper().writeValueAsString(frame));
  }

  /// The next frame, of whatever type.
  public JsonNode next() {
    try {
      var frame = frames.poll(PATIENCE.toSeconds(), TimeUnit.SECONDS);
      if (frame == null || frame.isMissingNode()) {
        throw new AssertionError(frame == null ? "no frame came" : "the socket was closed");
      }
      String schema = ContractSchemas.ofServerFrame(frame.path("type").asString());
      assertThat(Contract.errors(schema, frame)).as("%s", frame).isEmpty();
      return frame;
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  /// The next frame, which must be of this type.
  public JsonNode next(String type) {
    var frame = next();
    assertThat(frame.path("type").asString()).as("%s", frame).isEqualTo(type);
    return frame;
  }

  /// The next `error`, which must have this code.
  public JsonNode error(String code) {
    var frame = next("error");
    assertThat(frame.path("code").asString()).as("%s", frame).isEqualTo(code);
    return frame;
  }

  /// The next frame of this type, whatever comes before it.
  public JsonNode skipTo(String type) {
    var frame = next();
    while (!frame.path("type").asString().equals(type)) {
      frame = next();
    }
    return frame;
  }

  /// The last of the frames that have come, at least one, but for those of this type.
  public JsonNode skipPast(String type) {
    var frame = next();
    while (!frames.isEmpty() || frame.path("type").asString().equals(type)) {
      frame = next();
    }
    return frame;
  }

  /// Joins and takes in the answer: the room's newest sequence.
  public long join(UUID room) {
    say("join_room", room);
    return next("joined").path("seq").asLong();
  }

  /// Nothing is on its way: what is asked now is answered next.
  public void isQuiet() {
    say("{\"type\":\"ping\"}");
    next("pong");
  }

  /// With which code the other side closed it.
  public int closeCode() {
    return get(closed);
  }

  public boolean isOpen() {
    return !closed.isDone();
  }

  private static <T> T get(CompletableFuture<T> future) {
    try {
      return future.get(PATIENCE.toSeconds(), TimeUnit.SECONDS);
    } catch (InterruptedException | TimeoutException e) {
      throw new IllegalStateException(e);
    } catch (ExecutionException e) {
      throw new IllegalStateException(String.valueOf(e.getCause()), e.getCause());
    }
  }

  @Override
  public void close() {
    socket.abort();
  }
}
