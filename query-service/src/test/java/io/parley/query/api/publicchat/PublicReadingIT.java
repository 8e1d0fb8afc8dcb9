package io.parley.query.api.publicchat;

import io.parley.query.RunningQueryService;
import io.parley.query.given.Answer;
import io.parley.query.given.Client;
import io.parley.query.given.GivenPublicRoom;

/// Somebody who reads the public chat as its old clients do, without naming a position.
abstract class PublicReadingIT extends RunningQueryService {
  Client client() {
    return nobody().with("Accept", "application/json");
  }

  Answer get(String path) {
    return client().get("/api/" + path);
  }

  Answer inside(GivenPublicRoom room, String what) {
    return get("rooms/" + room.id() + "/" + what);
  }
}
