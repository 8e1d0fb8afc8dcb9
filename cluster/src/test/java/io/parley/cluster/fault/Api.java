package io.parley.cluster.fault;

import io.parley.schemas.Json;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.net.http.WebSocket;
import java.time.Duration;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import tools.jackson.databind.JsonNode;

/// The way in, as clients know it: one address.
final class Api {
  private static final Duration PATIENCE = Duration.ofSeconds(10);
  private static final int UNAVAILABLE = 503;

  private final int port;
  private final HttpClient http =
      HttpClient.newBuilder()
          .version(HttpClient.Version.HTTP_1_1)
          .connectTimeout(Duration.ofSeconds(5))
          .build();

  Api(int port) {
    this.port = port;
  }

  /// An answer, whatever its status.
  record Answer(int status, JsonNode body) {
    boolean isUnavailable() {
      return status == UNAVAILABLE || status == 502 || status == 504;
    }

    JsonNode expect(int wanted) {
      if (status != wanted) {
        throw new IllegalStateException(status + " instead of " + wanted + ": " + body);
      }
      return body;
    }
  }

  Answer get(Person person, String path) throws IOException {
    return send(request(person, path).GET());
  }

  Answer post(Person person, String path, Map<String, ?> body) throws IOException {
    var bytes = BodyPublishers.ofByteArray(Json.mapper().writeValueAsBytes(body));
    return send(request(person, path).header("Content-Type", "application/json").POST(bytes));
  }

  private HttpRequest.Builder request(Person person, String path) {
    return HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + "/api/chat" + path))
        .timeout(PATIENCE)
        .header(person.header(), person.value());
  }

  private Answer send(HttpRequest.Builder request) throws IOException {
    try {
      var answer = http.send(request.build(), BodyHandlers.ofByteArray());
      var body =
          answer.body().length == 0
              ? "null".getBytes(java.nio.charset.StandardCharsets.UTF_8)
              : answer.body();
      return new Answer(answer.statusCode(), Json.mapper().readTree(body));
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IOException(e);
    }
  }

  /// A new guest.
  Person guest() throws IOException {
    var nobody = new Person("nobody", "X-Nobody", "1");
    var opened = post(nobody, "/guest-session/", Map.of("identifier", "مرورگر")).expect(201);
    return Person.guest(UUID.fromString(opened.path("session_id").asString()));
  }

  CompletableFuture<WebSocket> connect(Person person, WebSocket.Listener listener) {
    return http.newWebSocketBuilder()
        .connectTimeout(Duration.ofSeconds(5))
        .header(person.header(), person.value())
        .buildAsync(URI.create("ws://127.0.0.1:" + port + "/ws/chat/"), listener);
  }
}
