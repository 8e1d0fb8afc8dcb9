package io.parley.standalone.transcript;

import static org.awaitility.Awaitility.await;

import io.parley.standalone.transcript.Step.Exchange;
import io.parley.standalone.transcript.Step.Received;
import io.parley.standalone.transcript.Step.Sent;
import io.parley.standalone.wire.Frame;
import io.parley.standalone.wire.Frame.Kind;
import io.parley.standalone.wire.Http;
import io.parley.standalone.wire.RawSocket;
import io.parley.standalone.wire.Request;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.awaitility.core.ConditionTimeoutException;
import org.jspecify.annotations.Nullable;

/// Plays a transcript in front of a Parley and writes down what is otherwise.
///
/// Of the socket that did something last, every frame counts. What others see is looked for among
/// their frames, as the transcript does not tell all that they were shown.
public final class Replay implements AutoCloseable {
  private final Http http;
  private final Map<String, String> words;
  private final Likeness likeness = new Likeness();
  private final Answers answers = new Answers(likeness);
  private final Visitors visitors = new Visitors();
  private final List<String> complaints = new ArrayList<>();
  private String acting = "";

  /// Words in angle brackets in the transcript stand for those of this run.
  public Replay(int port, Map<String, String> words) {
    this.http = new Http(port);
    this.words = words;
  }

  /// What is otherwise, so far.
  public List<String> complaints() {
    return complaints;
  }

  /// Plays one section.
  public void play(String title, List<Step> steps) {
    for (var step : steps) {
      difference(step)
          .ifPresent(difference -> complaints.add("%s: %s".formatted(title, difference)));
    }
  }

  private Optional<String> difference(Step step) {
    return switch (step) {
      case Exchange exchange when exchange.request().isHandshake() -> connect(exchange);
      case Exchange(_, var request, var expected) ->
          answers.difference(expected, http.send(here(request)));
      case Sent(var name, var frame) -> send(name, frame);
      case Received(var name, var frame) -> receive(name, frame);
    };
  }

  private Request here(Request request) {
    return new Request(
        here(request.line()),
        request.headers().stream().map(this::here).toList(),
        here(request.body()));
  }

  private String here(String text) {
    String here = likeness.here(text);
    for (var word : words.entrySet()) {
      here = here.replace("<" + word.getKey() + ">", word.getValue());
    }
    return here;
  }

  private Optional<String> connect(Exchange exchange) {
    var request = here(exchange.request());
    leave(exchange.socket());
    var room = Visitors.room(request);
    room.ifPresent(this::awaitThoseWhoAreIn);
    var socket = RawSocket.open(http.port(), request);
    acting = exchange.socket();
    visitors.came(acting, request, socket);
    return answers.difference(exchange.expected(), socket.handshake());
  }

  /// Until the room knows that those who left are gone, among them those whom the server has
  /// closed in the meantime.
  private void awaitThoseWhoAreIn(String room) {
    var users =
        new Request(
            "GET /api/rooms/" + room + "/users/ HTTP/1.1",
            List.of("Host: 127.0.0.1", "Connection: close"),
            "");
    try {
      await()
          .until(
              () -> {
                var now = http.send(users);
                return now.status() != 200 || now.body().contains(online(room));
              });
    } catch (ConditionTimeoutException e) {
      complaints.add(online(room) + " never came: " + http.send(users).body());
    }
  }

  private String online(String room) {
    return "\"total_online\":" + visitors.in(room);
  }

  private Optional<String> send(String name, Frame frame) {
    acting = name;
    if (frame.kind() == Kind.CLOSE) {
      leave(name);
      return Optional.empty();
    }
    visitors
        .socket(name)
        .ifPresent(socket -> socket.send(new Frame(frame.kind(), here(frame.text()))));
    return Optional.empty();
  }

  private void leave(String name) {
    var room = visitors.room(name);
    visitors.leaves(name).ifPresent(RawSocket::leave);
    room.ifPresent(this::awaitThoseWhoAreIn);
  }

  private Optional<String> receive(String name, Frame expected) {
    var socket = visitors.socket(name);
    if (expected.kind() == Kind.NOTHING) {
      return socket.flatMap(RawSocket::unasked).map(frame -> name + " was shown " + frame);
    }
    if (socket.isEmpty()) {
      return Optional.of(name + " has no socket for " + expected);
    }
    var passed = new ArrayList<String>();
    for (var next = socket.get().next(); next.isPresent(); next = socket.get().next()) {
      var difference = difference(expected, next.get());
      if (difference == null) {
        return Optional.empty();
      }
      passed.add(difference + " in " + next.get());
      if (name.equals(acting)) {
        return Optional.of("%s got no %s: %s".formatted(name, expected, passed));
      }
    }
    return Optional.of("%s was not shown %s but %s".formatted(name, expected, passed));
  }

  private @Nullable String difference(Frame expected, Frame now) {
    if (expected.kind() != now.kind()) {
      return expected.kind() + " is now " + now.kind();
    }
    if (expected.kind() == Kind.TEXT) {
      return likeness.difference(expected.text(), now.text(), false).orElse(null);
    }
    return expected.text().equals(now.text()) ? null : expected.text() + " is now " + now.text();
  }

  @Override
  public void close() {
    visitors.names().forEach(this::leave);
  }
}
