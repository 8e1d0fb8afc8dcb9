package io.parley.standalone.transcript;

import io.parley.standalone.wire.Response;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/// Compares answers: status, shape and text, and the headers by which a client goes on. Of the
/// pages for people that Django made, only that they are pages.
final class Answers {
  private static final Pattern CUT_OFF = Pattern.compile("(?s)(.*)\n\\.\\.\\. \\(\\d+ bytes\\)");
  private static final List<String> HEADERS =
      List.of(
          "Location",
          "Access-Control-Allow-Origin",
          "Access-Control-Allow-Credentials",
          "Sec-WebSocket-Accept",
          "Sec-WebSocket-Protocol");

  private final Likeness likeness;

  Answers(Likeness likeness) {
    this.likeness = likeness;
  }

  Optional<String> difference(Response captured, Response now) {
    if (captured.status() != now.status()) {
      return Optional.of(captured.status() + " is now " + now.status() + " " + now.body());
    }
    for (String header : HEADERS) {
      if (!captured.header(header).equals(now.header(header))) {
        return Optional.of(
            "%s '%s' is now '%s'".formatted(header, captured.header(header), now.header(header)));
      }
    }
    if (captured.status() == 405 && !methods(captured).equals(methods(now))) {
      return Optional.of(methods(captured) + " are now " + methods(now));
    }
    return captured.is("text/html") ? page(captured, now) : json(captured, now);
  }

  private static Set<String> methods(Response response) {
    return Set.of(response.header("Allow").split(", ?"));
  }

  private static Optional<String> page(Response captured, Response now) {
    return captured.status() == 200 && !captured.body().isEmpty() && !now.is("text/html")
        ? Optional.of("a page is now " + now.header("Content-Type"))
        : Optional.empty();
  }

  private Optional<String> json(Response captured, Response now) {
    if (!captured.is("application/json")) {
      return Optional.empty();
    }
    if (!now.is("application/json")) {
      return Optional.of("JSON is now " + now.header("Content-Type"));
    }
    var cutOff = CUT_OFF.matcher(captured.body());
    return cutOff.matches()
        ? likeness.difference(cutOff.group(1), now.body(), true)
        : likeness
            .difference(
                RoomLists.inOneOrder(captured.body()), RoomLists.inOneOrder(now.body()), false)
            .map(difference -> difference + " in " + now.body());
  }
}
