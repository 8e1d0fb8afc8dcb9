package io.parley.cluster.fault;

import io.parley.cluster.fault.LogFacts.Message;
import io.parley.cluster.fault.Send.Accepted;
import io.parley.cluster.fault.Send.Refused;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/// What must be so when all is over, each as a list of what is not.
final class Checks {
  private Checks() {}

  /// Every send was told what became of it, always the same, and what it had to be told.
  static List<String> answered(Collection<Send> sends) {
    var wrong = new ArrayList<String>();
    for (var send : sends) {
      String contradiction = send.contradiction();
      if (contradiction != null) {
        wrong.add(contradiction);
      }
      switch (send.told()) {
        case null -> wrong.add("nobody answered " + send);
        case Accepted _ when !send.mayBeAccepted() -> wrong.add("nobody refused " + send);
        case Refused(var code) when send.mayBeAccepted() -> wrong.add(code + " was " + send);
        case Accepted _, Refused _ -> {}
      }
    }
    return wrong;
  }

  /// Every accepted send is in the log, there and as it was told; the log has no other messages.
  static List<String> accepted(Collection<Send> sends, Map<UUID, Message> messages) {
    var wrong = new ArrayList<String>();
    var left = new HashMap<>(messages);
    for (var send : sends) {
      if (send.told() instanceof Accepted(long seq, var id)) {
        var told = new Message(send.room(), seq, id, send.content());
        var written = left.remove(send.id());
        if (!told.equals(written)) {
          wrong.add("%s is in the log as %s instead of %s".formatted(send, written, told));
        }
      }
    }
    left.forEach((id, message) -> wrong.add("nobody was told of " + id + ": " + message));
    return wrong;
  }

  /// No refused send left anything in the log, neither under its id nor under another one.
  static List<String> refused(Collection<Send> sends, Map<UUID, Message> messages) {
    Set<Long> contents = new HashSet<>();
    messages.values().forEach(message -> contents.add(message.content()));
    return sends.stream()
        .filter(send -> send.told() instanceof Refused)
        .filter(send -> contents.contains(send.content()))
        .map(send -> send + " was refused and is in the log")
        .toList();
  }

  /// Every client was shown every event of its rooms as the log has them.
  static List<String> seen(Collection<RoomSeen> all, LogFacts log) {
    var wrong = new ArrayList<String>();
    for (var seen : all) {
      var written = log.events(seen.room());
      int place = seen.all().difference(written);
      if (written.size() == 0) {
        wrong.add("room " + seen.room() + " is not in the log");
      } else if (place >= 0) {
        wrong.add(
            "%s has %d of %d events of room %s, the first difference is at %d"
                .formatted(
                    seen.client(), seen.all().size(), written.size(), seen.room(), place + 1));
      }
    }
    return wrong;
  }
}
