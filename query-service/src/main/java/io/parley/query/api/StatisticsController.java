package io.parley.query.api;

import io.parley.edge.identity.Caller;
import io.parley.query.conversation.ConversationCounts;
import io.parley.query.conversation.ConversationCounts.Now;
import io.parley.query.conversation.ConversationsProjection;
import io.parley.query.statistics.Statistics;
import io.parley.query.statistics.Statistics.Period;
import io.parley.query.statistics.StatisticsProjection;
import io.parley.schemas.LogPosition;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RestController;

/// How much is going on, for the marketplace's staff.
@RestController
class StatisticsController {
  private static final Duration HOURS = Duration.ofHours(24);
  private static final Duration DAYS = Duration.ofDays(30);

  private final Entrance entrance;
  private final ConversationCounts conversations;
  private final Statistics statistics;

  StatisticsController(Entrance entrance, ConversationCounts conversations, Statistics statistics) {
    this.entrance = entrance;
    this.conversations = conversations;
    this.statistics = statistics;
  }

  @GetMapping("/api/chat/admin/stats")
  StatisticsView statistics(
      Caller caller,
      @RequestHeader(name = LogPosition.HEADER, required = false) @Nullable String position) {
    AdminController.check(caller);
    entrance.admit(caller, position, ConversationsProjection.NAME, StatisticsProjection.NAME);
    var now = Clock.systemUTC().instant();
    return new StatisticsView(
        conversations.now(),
        statistics.totals(),
        statistics.hourly(now.minus(HOURS)),
        statistics.daily(now.minus(DAYS)));
  }

  /// How things are now, what ever happened, and what happened in the last 24 hours and 30 days.
  record StatisticsView(
      Now now, Map<String, Long> totals, List<Period> hourly, List<Period> daily) {}
}
