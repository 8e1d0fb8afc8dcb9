package io.parley.standalone.client;

import io.parley.schemas.Json;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// Somebody with a client that reads its own writes: it sends back the newest position that it was
/// told, or that it is made to see.
public final class Client {
  private static final HttpClient HTTP =
      HttpClient.newBuilder()
          .version(HttpClient.Version.HTTP_1_1)
          .connectTimeout(Duration.ofSeconds(10))
          .build();
  private static final Duration PATIENCE = Duration.ofSeconds(60);

  private final Parley parley;
  private final Map<String, String> credentials;
  private final String query;
  private final int id;
  private int vendorId;
  private volatile @Nullable String position;

  private Client(Parley parley, Map<String, String> credentials, String query, int id) {
    this.parley = parley;
    this.credentials = credentials;
    this.query = query;
    this.id = id;
  }

  static Client of(Parley parley) {
    return new Client(parley, Map.of(), "", 0);
  }

  static Client of(Parley parley, UUID session) {
    String secret = Secrets.keep(session.toString());
    return new Client(parley, Map.of("X-Guest-Session", secret), "?guest_session=" + secret, 0);
  }

  static Client of(Parley parley, int id, String token) {
    var header = Map.of("Authorization", "Bearer " + Secrets.keep(token));
    return new Client(parley, header, "?token=" + token, id);
  }

  Client of(int vendor) {
    vendorId = vendor;
    return this;
  }

  /// The account's.
  public int id() {
    return id;
  }

  public int vendorId() {
    return vendorId;
  }

  /// The guest's secret.
  public UUID session() {
    return UUID.fromString(String.valueOf(credentials.get("X-Guest-Session")));
  }

  /// The account's secret, as it goes into the header.
  public String token() {
    return String.valueOf(credentials.get("Authorization")).replaceFirst("Bearer ", "");
  }

  /// From now on sees what this answer has done.
  public Client seeing(Answer answer) {
    answer.position().ifPresent(it -> position = it);
    return this;
  }

  public Answer get(String path) {
    return send("GET", path, null);
  }

  public Answer post(String path, Object body) {
    return send("POST", path, body);
  }

  public Answer put(String path, Object body) {
    return send("PUT", path, body);
  }

  public Answer patch(String path, Object body) {
    return send("PATCH", path, body);
  }

  public Answer delete(String path) {
    return send("DELETE", path, null);
  }

  /// Paths of the chat API need no prefix; a body that is no text is sent as JSON.
  public Answer send(String method, String path, @Nullable Object body) {
    var headers = new HashMap<>(credentials);
    headers.put("Content-Type", "application/json");
    if (position != null) {
      headers.put("Chat-Position", position);
    }
    var answer = send(method, path, body, headers);
    seeing(answer);
    return answer;
  }

  /// With these headers and no others.
  public Answer send(
      String method, String path, @Nullable Object body, Map<String, String> headers) {
    String full =
        path.startsWith("/api") || path.startsWith("/actuator") ? path : "/api/chat" + path;
    var request =
        HttpRequest.newBuilder(URI.create("http://localhost:" + parley.port() + full))
            .timeout(PATIENCE)
            .method(method, body == null ? BodyPublishers.noBody() : publisher(body));
    headers.forEach(request::header);
    try {
      return Answer.of(HTTP.send(request.build(), BodyHandlers.ofString()));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  private static HttpRequest.BodyPublisher publisher(Object body) {
    return body instanceof String text
        ? BodyPublishers.ofString(text)
        : BodyPublishers.ofByteArray(Json.mapper().writeValueAsBytes(body));
  }

  /// The same person in front of another Parley.
  public Client at(Parley other) {
    var there = new Client(other, credentials, query, id);
    there.position = position;
    return there;
  }

  /// Begins to talk with a vendor about a product.
  public Answer start(Client vendor, int productId) {
    return post("/start/", Map.of("vendor_id", vendor.vendorId(), "product_id", productId));
  }

  /// Writes, and gets the message.
  public Answer write(UUID room, String content) {
    return post("/rooms/" + room + "/messages/", Map.of("content", content)).expect(201);
  }

  /// Opens a socket that says who it is as browsers do.
  public ChatSocket socket() {
    return ChatSocket.open(socketUri(query));
  }

  /// Opens a socket and takes in the greeting.
  public ChatSocket connect() {
    var socket = socket();
    socket.next("connection_established");
    return socket;
  }

  /// Where to open a socket.
  public URI socketUri(String parameters) {
    return URI.create("ws://localhost:" + parley.port() + "/ws/chat/" + parameters);
  }
}
