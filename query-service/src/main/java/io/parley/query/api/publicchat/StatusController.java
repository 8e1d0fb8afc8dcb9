package io.parley.query.api.publicchat;

import io.parley.edge.publicchat.Language;
import io.parley.edge.publicchat.Text;
import io.parley.query.api.Links;
import io.parley.query.publicroom.PublicTotals;
import io.parley.query.publicroom.PublicTotals.Totals;
import io.parley.schemas.PublicTime;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Clock;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/// What there is, and how the public chat is doing.
@RestController
class StatusController {
  private static final String VERSION = "1.0.0";

  private final PublicAnswers answers;
  private final PublicTotals totals;

  StatusController(PublicAnswers answers, PublicTotals totals) {
    this.answers = answers;
    this.totals = totals;
  }

  @GetMapping("/api")
  ResponseEntity<Object> root(HttpServletRequest request) {
    var links = Links.of(request);
    return answers.of(request, () -> new Root(links.below("rooms/"), links.below("messages/")));
  }

  @GetMapping({"/api/status", "/api/health"})
  ResponseEntity<Object> status(HttpServletRequest request) {
    var language = Language.of(request);
    return answers.of(
        request,
        () ->
            new Status(
                Text.STATUS_ACTIVE.in(language),
                PublicTime.utc(Clock.systemUTC().instant()),
                totals.now(),
                new SystemInfo(
                    Text.PROJECT.in(language), VERSION, Text.PROJECT_DESCRIPTION.in(language))));
  }

  record Root(String rooms, String messages) {}

  record Status(String status, String serverTime, Totals statistics, SystemInfo systemInfo) {}

  record SystemInfo(String project, String version, String description) {}
}
