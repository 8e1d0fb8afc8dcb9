package io.parley.standalone.client;

import static org.assertj.core.api.Assertions.assertThat;

import io.parley.schemas.Json;
import io.parley.schemas.contract.ContractSchemas;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.WebSocket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import org.awaitility.Awaitility;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/// A visitor's socket in a public room. It keeps all that it was shown.
public final class VisitorSocket implements WebSocket.Listener, AutoCloseable {
  private static final HttpClient CLIENT =
      HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(30)).build();
  private static final Duration PATIENCE = Duration.ofSeconds(60);

  private final List<JsonNode> frames = new CopyOnWriteArrayList<>();
  private final CompletableFuture<Integer> closed = new CompletableFuture<>();
  private final StringBuilder partial = new StringBuilder();
  private final CompletableFuture<WebSocket> socket;

  private VisitorSocket(URI uri) {
    socket = CLIENT.newWebSocketBuilder().buildAsync(uri, this);
  }

  /// Where a visitor comes in; a session is kept as the secret that it is.
  public static URI uri(int port, UUID room, String username, String session) {
    return URI.create(
        "ws://localhost:%d/ws/chat/%s/?username=%s&session_id=%s"
            .formatted(
                port,
                room,
                URLEncoder.encode(username, StandardCharsets.UTF_8).replace("+", "%20"),
                Secrets.keep(session)));
  }

  /// Begins to connect.
  public static VisitorSocket begin(URI uri) {
    return new VisitorSocket(uri);
  }

  /// Connects.
  public static VisitorSocket open(URI uri) {
    var opened = begin(uri);
    opened.socket.orTimeout(PATIENCE.toSeconds(), TimeUnit.SECONDS).join();
    return opened;
  }

  /// Comes in, and sees who is in.
  public static VisitorSocket join(int port, UUID room, String username, String session) {
    var joined = open(uri(port, room, username, session));
    joined.await("user_list", _ -> true);
    return joined;
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
    return null;
  }

  @Override
  public void onError(WebSocket from, Throwable error) {
    closed.complete(1006);
  }

  /// Sends a frame of this type with these fields.
  public VisitorSocket say(String type, Map<String, ?> fields) {
    var frame = Json.mapper().createObjectNode().put("type", type);
    fields.forEach(frame::putPOJO);
    String text = Json.mapper().writeValueAsString(frame);
    socket.join().sendText(text, true).join();
    return this;
  }

  public VisitorSocket write(String content) {
    return say("message", Map.of("content", content));
  }

  /// All that it was shown of this type, in order.
  public List<JsonNode> seen(String type) {
    return frames.stream().filter(frame -> frame.path("type").asString().equals(type)).toList();
  }

  /// The first frame like this, which has come or will.
  public JsonNode await(String type, Predicate<JsonNode> like) {
    Awaitility.await()
        .atMost(PATIENCE)
        .untilAsserted(() -> assertThat(seen(type)).as("%s", frames).anyMatch(like));
    return seen(type).stream().filter(like).findFirst().orElseThrow();
  }

  /// The code with which it was closed, or null while it is not.
  public @Nullable Integer closeCode() {
    return closed.getNow(null);
  }

  /// Whether the handshake is over and nobody has closed it.
  public boolean isOpen() {
    return socket.isDone() && !socket.isCompletedExceptionally() && !closed.isDone();
  }

  /// Every frame is as its schema says.
  public void assertThatFramesAreAsDescribed() {
    for (var frame : frames) {
      String schema = ContractSchemas.ofPublicFrame(frame.path("type").asString());
      assertThat(Contract.errors(schema, frame)).as("%s", frame).isEmpty();
    }
  }

  /// All that it was shown, as text.
  public String text() {
    return frames.toString();
  }

  /// Says goodbye.
  public void leave() {
    socket.join().sendClose(WebSocket.NORMAL_CLOSURE, "").join();
  }

  @Override
  public void close() {
    var _ = socket.thenAccept(WebSocket::abort);
  }
}
