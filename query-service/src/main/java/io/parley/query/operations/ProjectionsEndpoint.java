package io.parley.query.operations;

import io.parley.query.fresh.Rebuilds;
import io.parley.schemas.LogPosition;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.actuate.endpoint.annotation.Endpoint;
import org.springframework.boot.actuate.endpoint.annotation.ReadOperation;
import org.springframework.boot.actuate.endpoint.annotation.Selector;
import org.springframework.boot.actuate.endpoint.annotation.WriteOperation;
import org.springframework.boot.actuate.endpoint.web.WebEndpointResponse;
import org.springframework.stereotype.Component;

/// `/actuator/projections`: how the projections are doing, and two commands for one of them, each
/// the body of a `POST` to `/actuator/projections/{projection}` on any instance.
///
/// - `{"skip": "<partition>-<offset>", "reason": "…"}` decides, for good, that it passes over the
///   record at which it stands. Whoever follows the partition takes it up within a second.
/// - `{"rebuild": "true"}` (a text, as all values here) builds its tables anew from the log and
///   puts them into the place of the old ones, which keep answering until then.
@Component
@Endpoint(id = "projections")
public final class ProjectionsEndpoint {
  private static final Logger LOG = LoggerFactory.getLogger(ProjectionsEndpoint.class);
  private static final int LONGEST_REASON = 500;

  private final ProjectionReports reports;
  private final Standing standing;
  private final Rebuilds rebuilds;

  ProjectionsEndpoint(ProjectionReports reports, Standing standing, Rebuilds rebuilds) {
    this.reports = reports;
    this.standing = standing;
    this.rebuilds = rebuilds;
  }

  /// All projections by name.
  @ReadOperation
  public Map<String, Object> all() {
    return Map.of("projections", reports.all());
  }

  /// One of them.
  @ReadOperation
  public WebEndpointResponse<Object> one(@Selector String projection) {
    return reports
        .of(projection)
        .map(report -> new WebEndpointResponse<Object>(report))
        .orElseGet(() -> problem(404, "no_such_projection", "There is no such projection."));
  }

  /// Tells one of them to skip a record or to be built anew.
  @WriteOperation
  public WebEndpointResponse<Object> tell(
      @Selector String projection,
      @Nullable String skip,
      @Nullable String reason,
      @Nullable Boolean rebuild) {
    if (!reports.has(projection)) {
      return problem(404, "no_such_projection", "There is no such projection.");
    }
    if (skip != null && rebuild == null) {
      return skip(projection, LogPosition.parse(skip), reason == null ? "" : reason.strip());
    }
    if (skip == null && Boolean.TRUE.equals(rebuild)) {
      return rebuild(projection);
    }
    return problem(400, "command_invalid", "Say either what to skip and why, or to rebuild.");
  }

  private WebEndpointResponse<Object> skip(
      String projection, Optional<LogPosition> position, String reason) {
    if (position.isEmpty()) {
      return problem(400, "position_invalid", "A record is named <partition>-<offset>.");
    }
    if (reason.isEmpty() || reason.length() > LONGEST_REASON) {
      return problem(400, "reason_invalid", "Say why, in at most 500 characters.");
    }
    if (!standing.skip(projection, position.get(), reason)) {
      return problem(409, "not_stopped_there", whereItStands(projection));
    }
    LOG.warn("Projection {} is to skip the record at {}: {}", projection, position.get(), reason);
    return accepted("It will skip the record.");
  }

  private String whereItStands(String projection) {
    var stops = standing.stops(projection).stream().map(Standing.Stop::position).toList();
    return stops.isEmpty()
        ? "It stands nowhere."
        : "Only a record at which it stands can be skipped: " + String.join(", ", stops) + ".";
  }

  private WebEndpointResponse<Object> rebuild(String projection) {
    return rebuilds.start(projection)
        ? accepted("It is built anew; the old tables answer until then.")
        : problem(409, "rebuild_running", "It is being built anew already.");
  }

  private static WebEndpointResponse<Object> accepted(String detail) {
    return new WebEndpointResponse<>(Map.of("detail", detail), 202);
  }

  private static WebEndpointResponse<Object> problem(int status, String code, String detail) {
    return new WebEndpointResponse<>(Map.of("code", code, "detail", detail), status);
  }
}
