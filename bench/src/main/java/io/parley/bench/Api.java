package io.parley.bench;

import io.parley.schemas.Json;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.WebSocket;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import tools.jackson.databind.JsonNode;

/// What a client of the standalone start needs: tokens, rooms and sockets.
final class Api {
  private final HttpClient http = HttpClient.newHttpClient();
  private final String host;

  /// `host` is as `localhost:8080`.
  Api(String host) {
    this.host = host;
  }

  String token(int userId, String role, int vendorId) {
    return post(
            "/api/dev/token/",
            "",
            Map.of(
                "user_id",
                userId,
                "username",
                "user" + userId,
                "roles",
                List.of(role),
                "vendor_id",
                vendorId))
        .get("token")
        .asString();
  }

  String start(String token, int vendorId) {
    return post("/api/chat/start/", token, Map.of("vendor_id", vendorId)).get("room_id").asString();
  }

  WebSocket socket(String token, WebSocket.Listener listener) {
    return http.newWebSocketBuilder()
        .header("Authorization", "Bearer " + token)
        .buildAsync(URI.create("ws://" + host + "/ws/chat/"), listener)
        .join();
  }

  String publicRoom(int maxUsers) {
    return post("/api/rooms/", "", Map.of("name", "সবার ঘর", "max_users", maxUsers))
        .get("id")
        .asString();
  }

  CompletableFuture<WebSocket> visit(String room, String name, WebSocket.Listener listener) {
    String username = URLEncoder.encode(name, StandardCharsets.UTF_8);
    return http.newWebSocketBuilder()
        .buildAsync(
            URI.create("ws://" + host + "/ws/chat/" + room + "/?username=" + username), listener);
  }

  private JsonNode post(String path, String token, Map<String, ?> body) {
    var request =
        HttpRequest.newBuilder(URI.create("http://" + host + path))
            .header("Content-Type", "application/json")
            .POST(HttpRequest.BodyPublishers.ofByteArray(Json.mapper().writeValueAsBytes(body)));
    if (!token.isEmpty()) {
      request.header("Authorization", "Bearer " + token);
    }
    try {
      var answer = http.send(request.build(), HttpResponse.BodyHandlers.ofString());
      if (answer.statusCode() >= 300) {
        throw new IllegalStateException(path + ": " + answer.statusCode() + " " + answer.body());
      }
      return Json.mapper().readTree(answer.body());
    } catch (IOException e) {
      throw new IllegalStateException(path, e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }
}
