package io.parley.delivery;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.parley.edge.EdgeProperties;
import io.parley.edge.identity.Caller;
import io.parley.edge.identity.Identities;
import io.parley.edge.identity.InvalidCredentials;
import io.parley.schemas.Json;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.time.Duration;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Pattern;
import org.springframework.web.util.UriComponentsBuilder;

/// Stands in for query-service: answers its HTTP contract from the rooms of the test.
final class TestQueryService implements AutoCloseable {
  /// How it behaves.
  enum Mood {
    WELL,
    FAILING,
    SILENT
  }

  private static final Pattern EVENTS = Pattern.compile("/api/chat/rooms/([^/]+)/events/");

  private static final Pattern PUBLIC_EVENTS = Pattern.compile("/api/rooms/([^/]+)/events/");

  private final TestRooms rooms;
  private final TestPublicRooms publicRooms;
  private final Identities identities;
  private final HttpServer server;
  private final Set<UUID> guests = ConcurrentHashMap.newKeySet();
  private final AtomicInteger questionsUntilKnown = new AtomicInteger();
  private final CountDownLatch closing = new CountDownLatch(1);
  private volatile Mood mood = Mood.WELL;

  TestQueryService(TestRooms rooms, TestPublicRooms publicRooms) throws IOException {
    this.publicRooms = publicRooms;
    this.rooms = rooms;
    this.identities = Identities.of(new EdgeProperties.Jwt(Tokens.SECRET, null, Duration.ZERO));
    this.server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
    server.createContext("/", this::answer);
    server.start();
  }

  String url() {
    return "http://127.0.0.1:" + server.getAddress().getPort();
  }

  void mood(Mood mood) {
    this.mood = mood;
  }

  UUID guest() {
    var session = UUID.randomUUID();
    guests.add(session);
    return session;
  }

  /// Guests are unknown for that many questions.
  void forgetGuestsFor(int questions) {
    questionsUntilKnown.set(questions);
  }

  private void answer(HttpExchange exchange) throws IOException {
    try (exchange) {
      if (mood == Mood.SILENT) {
        closing.await(30, TimeUnit.SECONDS);
        return;
      }
      if (mood == Mood.FAILING) {
        exchange.sendResponseHeaders(503, -1);
        return;
      }
      var asked = PUBLIC_EVENTS.matcher(exchange.getRequestURI().getPath());
      if (asked.matches()) {
        answer(exchange, UUID.fromString(asked.group(1)));
        return;
      }
      var headers = exchange.getRequestHeaders();
      var caller =
          identities
              .of(headers.getFirst("Authorization"), headers.getFirst(Identities.GUEST_HEADER))
              .orElseThrow();
      answer(exchange, caller);
    } catch (InvalidCredentials e) {
      exchange.sendResponseHeaders(401, -1);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private void answer(HttpExchange exchange, UUID room) throws IOException {
    var uri = exchange.getRequestURI();
    send(exchange, publicRooms.history(room, number(uri, "after"), (int) number(uri, "limit")));
  }

  private static void send(HttpExchange exchange, Object answer) throws IOException {
    byte[] body = Json.mapper().writeValueAsBytes(answer);
    exchange.sendResponseHeaders(200, body.length);
    exchange.getResponseBody().write(body);
  }

  private void answer(HttpExchange exchange, Caller caller) throws IOException {
    var uri = exchange.getRequestURI();
    if (caller.guestSession() != null
        && (questionsUntilKnown.getAndUpdate(n -> Math.max(0, n - 1)) > 0
            || !guests.contains(caller.guestSession()))) {
      exchange.sendResponseHeaders(401, -1);
      return;
    }
    if (uri.getPath().equals("/api/chat/guest-session/")) {
      exchange.sendResponseHeaders(200, -1);
      return;
    }
    var matcher = EVENTS.matcher(uri.getPath());
    if (!matcher.matches()) {
      exchange.sendResponseHeaders(404, -1);
      return;
    }
    UUID room = UUID.fromString(matcher.group(1));
    String key = caller.actor().key();
    if (!caller.isAdmin()
        && !rooms.isConcerned(room, key, caller.vendor().map(v -> "vendor:" + v).orElse(null))) {
      exchange.sendResponseHeaders(404, -1);
      return;
    }
    var history = rooms.history(room, key, number(uri, "after_seq"), (int) number(uri, "limit"));
    send(exchange, history.orElseThrow());
  }

  private static long number(URI uri, String name) {
    var value = UriComponentsBuilder.fromUri(uri).build().getQueryParams().getFirst(name);
    return Long.parseLong(String.valueOf(value));
  }

  @Override
  public void close() {
    closing.countDown();
    server.stop(0);
  }
}
