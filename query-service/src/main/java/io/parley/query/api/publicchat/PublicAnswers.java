package io.parley.query.api.publicchat;

import io.parley.query.live.LogEndGate;
import io.parley.query.live.PositionGate;
import io.parley.query.publicroom.PublicRoomsProjection;
import io.parley.schemas.Json;
import io.parley.schemas.LogPosition;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.function.Supplier;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Component;

/// How each reading request of the public chat is answered: once the read model has what who asks
/// has written, and as a page to a browser.
@Component
final class PublicAnswers {
  private final PositionGate positions;
  private final LogEndGate logEnd;

  PublicAnswers(PositionGate positions, LogEndGate logEnd) {
    this.positions = positions;
    this.logEnd = logEnd;
  }

  /// What `answer` finds after the wait: for the position that the request names, or else, not for
  /// ever, for all that is in the log.
  ResponseEntity<Object> of(HttpServletRequest request, Supplier<?> answer) {
    String position = request.getHeader(LogPosition.HEADER);
    if (position == null) {
      logEnd.await(PublicRoomsProjection.NAME);
    } else {
      positions.await(position, List.of(PublicRoomsProjection.NAME));
    }
    return Html.isPreferred(request.getHeader(HttpHeaders.ACCEPT))
        ? page(request, answer.get())
        : json(answer.get());
  }

  /// As JSON, whatever else would be accepted.
  static ResponseEntity<Object> json(Object body) {
    return ResponseEntity.ok().contentType(MediaType.APPLICATION_JSON).body(body);
  }

  private static ResponseEntity<Object> page(HttpServletRequest request, Object body) {
    String title =
        PublicHeaders.resource(request).map(PublicResource::title).orElse(request.getRequestURI());
    String json = Json.mapper().writerWithDefaultPrettyPrinter().writeValueAsString(body);
    return ResponseEntity.ok()
        .contentType(Html.TYPE)
        .header("Content-Security-Policy", "default-src 'none'")
        .body(Html.page(title, json));
  }
}
