package io.parley.command;

import io.parley.schemas.Json;
import io.parley.schemas.command.Actor;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/// Somebody at the HTTP door, with the headers that it always sends.
final class Client {
  private static final HttpClient HTTP = HttpClient.newHttpClient();

  private final URI address;
  private final Map<String, String> headers;

  Client(URI address, Map<String, String> headers) {
    this.address = address;
    this.headers = headers;
  }

  /// What came back.
  record Answer(int status, JsonNode body, HttpResponse<byte[]> response) {
    String text(String field) {
      return body.required(field).asString();
    }

    UUID id(String field) {
      return UUID.fromString(text(field));
    }

    String header(String name) {
      return response.headers().firstValue(name).orElse("");
    }
  }

  Client as(Actor.Account account) {
    return with("Authorization", "Bearer " + Tokens.of(account));
  }

  Client asGuest(UUID session) {
    return with("X-Guest-Session", session.toString());
  }

  Client with(String header, String value) {
    var more = new HashMap<>(headers);
    more.put(header, value);
    return new Client(address, more);
  }

  /// One whose bodies are of another type than JSON.
  Client ofType(String contentType) {
    return with("Content-Type", contentType);
  }

  /// A new guest session.
  UUID becomeGuest(String identifier) {
    return post("/api/chat/guest-session/", Map.of("identifier", identifier)).id("session_id");
  }

  Answer post(String path) {
    return send("POST", path, BodyPublishers.noBody());
  }

  Answer post(String path, Map<String, ?> body) {
    return send("POST", path, json(body));
  }

  Answer patch(String path, Map<String, ?> body) {
    return send("PATCH", path, json(body));
  }

  Answer put(String path, Map<String, ?> body) {
    return send("PUT", path, json(body));
  }

  Answer delete(String path) {
    return send("DELETE", path, BodyPublishers.noBody());
  }

  Answer postRaw(String path, String body) {
    return send("POST", path, BodyPublishers.ofString(body));
  }

  Answer send(String method, String path, BodyPublisher body) {
    var request = HttpRequest.newBuilder(address.resolve(path)).method(method, body);
    request.header("Content-Type", "application/json");
    headers.forEach(request::setHeader);
    try {
      var response = HTTP.send(request.build(), BodyHandlers.ofByteArray());
      return new Answer(response.statusCode(), body(response.body()), response);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  private static BodyPublisher json(Map<String, ?> body) {
    return BodyPublishers.ofByteArray(Json.mapper().writeValueAsBytes(body));
  }

  private static JsonNode body(byte @Nullable [] bytes) {
    return bytes == null || bytes.length == 0
        ? Json.mapper().nullNode()
        : Json.mapper().readTree(bytes);
  }
}
