package io.parley.standalone.transcript;

import io.parley.standalone.wire.RawSocket;
import io.parley.standalone.wire.Request;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/// Who holds which socket in which room.
final class Visitors {
  private static final Pattern ROOM = Pattern.compile("/ws/chat/([0-9a-f-]{36})/.*");
  private static final Pattern SESSION = Pattern.compile(".*[?&]session_id=([^&]*).*");

  private final Map<String, Visit> visits = new HashMap<>();

  private record Visit(String room, String session, RawSocket socket) {}

  static Optional<String> room(Request request) {
    var path = ROOM.matcher(request.path());
    return path.matches() ? Optional.of(path.group(1)) : Optional.empty();
  }

  void came(String name, Request request, RawSocket socket) {
    var session = SESSION.matcher(request.path());
    if (socket.isOpen()) {
      visits.put(
          name,
          new Visit(room(request).orElse(""), session.matches() ? session.group(1) : name, socket));
    }
  }

  Optional<RawSocket> socket(String name) {
    return Optional.ofNullable(visits.get(name)).map(Visit::socket);
  }

  Optional<RawSocket> leaves(String name) {
    return Optional.ofNullable(visits.remove(name)).map(Visit::socket);
  }

  Optional<String> room(String name) {
    return Optional.ofNullable(visits.get(name)).map(Visit::room);
  }

  /// How many different people are in a room.
  long in(String room) {
    return visits.values().stream()
        .filter(visit -> visit.room().equals(room) && visit.socket().isConnected())
        .map(Visit::session)
        .distinct()
        .count();
  }

  Set<String> names() {
    return Set.copyOf(visits.keySet());
  }
}
