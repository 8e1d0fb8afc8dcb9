package io.parley.query.api;

import io.parley.edge.identity.Caller;
import io.parley.query.health.HealthReport;
import io.parley.query.health.HealthReports;
import io.parley.schemas.LogPosition;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RestController;

/// How the parts are doing, for the marketplace's staff.
@RestController
class HealthController {
  private final Entrance entrance;
  private final HealthReports reports;

  HealthController(Entrance entrance, HealthReports reports) {
    this.entrance = entrance;
    this.reports = reports;
  }

  @GetMapping("/api/chat/admin/health")
  HealthReport health(
      Caller caller,
      @RequestHeader(name = LogPosition.HEADER, required = false) @Nullable String position) {
    AdminController.check(caller);
    entrance.admit(caller, position);
    return reports.now();
  }
}
