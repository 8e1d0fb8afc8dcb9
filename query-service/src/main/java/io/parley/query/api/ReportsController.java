package io.parley.query.api;

import io.parley.edge.identity.Caller;
import io.parley.query.oversight.OversightProjection;
import io.parley.query.oversight.Report;
import io.parley.query.oversight.Reports;
import io.parley.schemas.Access.OfRoom;
import io.parley.schemas.LogPosition;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RestController;

/// What a room's people told the marketplace, for its staff.
@RestController
class ReportsController {
  private static final int MOST = 1_000;

  private final Entrance entrance;
  private final Reports reports;

  ReportsController(Entrance entrance, Reports reports) {
    this.entrance = entrance;
    this.reports = reports;
  }

  @GetMapping("/api/chat/rooms/{roomId}/reports")
  List<Report> reports(
      Caller caller,
      @RequestHeader(name = LogPosition.HEADER, required = false) @Nullable String position,
      @PathVariable String roomId) {
    AdminController.check(caller);
    var admitted =
        entrance.admitTo(roomId, caller, position, OfRoom::new, OversightProjection.NAME);
    return reports.of(admitted.roomId(), MOST);
  }
}
