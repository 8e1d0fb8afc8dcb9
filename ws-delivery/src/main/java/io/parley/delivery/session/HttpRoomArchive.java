package io.parley.delivery.session;

import io.parley.edge.identity.Caller;
import io.parley.edge.identity.Identities;
import io.parley.edge.problem.Problem;
import io.parley.schemas.Json;
import io.parley.schemas.LogPosition;
import io.parley.schemas.view.RoomHistory;
import java.util.Map;
import java.util.UUID;
import org.springframework.stereotype.Component;
import tools.jackson.core.JacksonException;

/// Asks query-service over HTTP, with the caller's own credentials.
@Component
final class HttpRoomArchive implements RoomArchive {
  private final QueryService queries;

  HttpRoomArchive(QueryService queries) {
    this.queries = queries;
  }

  @Override
  public RoomHistory after(
      Caller caller, UUID room, long afterSeq, int limit, LogPosition position) {
    var answer =
        queries.get(
            "/api/chat/rooms/%s/events/?after_seq=%d&limit=%d".formatted(room, afterSeq, limit),
            position,
            credentials(caller));
    return switch (answer.statusCode()) {
      case 200 -> history(answer.body());
      case 401 -> throw Problem.unauthorized("not_authenticated", "Your credentials do not hold.");
      case 403, 404 -> throw Problem.notFound("room_not_found", "There is no such room.");
      default -> throw QueryService.unavailable("answered " + answer.statusCode());
    };
  }

  @Override
  public boolean knows(Caller guest, LogPosition position) {
    var answer = queries.get("/api/chat/guest-session/", position, credentials(guest));
    return switch (answer.statusCode()) {
      case 200 -> true;
      case 401, 404 -> false;
      default -> throw QueryService.unavailable("answered " + answer.statusCode());
    };
  }

  private static Map<String, String> credentials(Caller caller) {
    if (caller.token() != null) {
      return Map.of("Authorization", "Bearer " + caller.token());
    }
    return caller.guestSession() == null
        ? Map.of()
        : Map.of(Identities.GUEST_HEADER, caller.guestSession().toString());
  }

  private static RoomHistory history(byte[] body) {
    try {
      return Json.mapper().readValue(body, RoomHistory.class);
    } catch (JacksonException e) {
      throw QueryService.unavailable("no history in the answer");
    }
  }
}
