package io.parley.delivery.publicroom;

import io.parley.delivery.session.QueryService;
import io.parley.schemas.Json;
import io.parley.schemas.LogPosition;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.stereotype.Component;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;

/// What happened in a public room before, as query-service tells it.
interface PublicArchive {
  /// Events of a room, the oldest first; `seq` is the newest that there is.
  record Page(UUID roomId, long seq, List<Entry> events) {}

  /// An event; `type` is its name on the wire.
  record Entry(long seq, Instant time, String type, JsonNode data) {}

  /// At most `limit` events after a sequence, from what is in the log up to this position at
  /// least. Throws a [io.parley.edge.problem.Problem] when there is no answer in time.
  Page after(UUID room, long afterSeq, int limit, LogPosition position);
}

/// Asks query-service over HTTP.
@Component
final class HttpPublicArchive implements PublicArchive {
  private final QueryService queries;

  HttpPublicArchive(QueryService queries) {
    this.queries = queries;
  }

  @Override
  public Page after(UUID room, long afterSeq, int limit, LogPosition position) {
    var answer =
        queries.get(
            "/api/rooms/%s/events/?after=%d&limit=%d".formatted(room, afterSeq, limit),
            position,
            Map.of());
    if (answer.statusCode() != 200) {
      throw QueryService.unavailable("answered " + answer.statusCode());
    }
    try {
      return Json.mapper().readValue(answer.body(), Page.class);
    } catch (JacksonException e) {
      throw QueryService.unavailable("no events in the answer");
    }
  }
}
