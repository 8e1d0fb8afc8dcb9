package io.parley.query.given;

import io.parley.schemas.LogPosition;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Somebody who asks query-service.
public final class Client {
  private static final HttpClient HTTP = HttpClient.newHttpClient();

  private final String base;
  private final List<String> headers;

  private Client(String base, List<String> headers) {
    this.base = base;
    this.headers = headers;
  }

  public static Client at(int port) {
    return new Client("http://localhost:" + port, List.of());
  }

  /// The same with one more header.
  public Client with(String name, @Nullable String value) {
    if (value == null) {
      return this;
    }
    var more = new ArrayList<>(headers);
    more.add(name);
    more.add(value);
    return new Client(base, List.copyOf(more));
  }

  public Client token(@Nullable String token) {
    return with("Authorization", token == null ? null : "Bearer " + token);
  }

  public Client guest(GivenGuest guest) {
    return with("X-Guest-Session", guest.session().toString());
  }

  /// The same, who wants to see what is at this position.
  public Client after(LogPosition position) {
    return with(LogPosition.HEADER, position.toString());
  }

  public Answer get(String path) {
    return ask("GET", path);
  }

  /// A request without a body.
  public Answer ask(String method, String path) {
    return send(method, path, BodyPublishers.noBody());
  }

  /// JSON to a path.
  public Answer post(String path, String json) {
    return with("Content-Type", "application/json")
        .send("POST", path, BodyPublishers.ofString(json));
  }

  private Answer send(String method, String path, BodyPublisher body) {
    try {
      var request =
          HttpRequest.newBuilder(URI.create(path.startsWith("/") ? base + path : path))
              .method(method, body);
      if (!headers.isEmpty()) {
        request.headers(headers.toArray(String[]::new));
      }
      return new Answer(HTTP.send(request.build(), BodyHandlers.ofString()));
    } catch (IOException | InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }
}
