package io.parley.cluster.fault;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/// What REST shows of the rooms, compared with the log.
final class Rest {
  private static final int ONE_CLIENT_IN = 5;

  private Rest() {}

  /// The whole history of one in five clients' first rooms; the position of every room of all.
  static List<String> differences(Workload workload, LogFacts log) throws IOException {
    var wrong = new ArrayList<String>();
    var clients = workload.clients();
    for (int i = 0; i < clients.size(); i++) {
      var client = clients.get(i);
      if (i % ONE_CLIENT_IN == 0) {
        var room = client.rooms().getFirst();
        var shown = Reload.all(workload.api(), client.person(), room);
        if (shown.difference(log.events(room)) >= 0) {
          wrong.add("the history of room " + room + " is another one");
        }
      }
      for (var room : client.rooms()) {
        long seq =
            workload
                .api()
                .get(client.person(), "/rooms/" + room + "/")
                .expect(200)
                .path("seq")
                .asLong();
        if (seq != log.events(room).size()) {
          wrong.add("room %s is at %d".formatted(room, seq));
        }
      }
    }
    return wrong;
  }
}
