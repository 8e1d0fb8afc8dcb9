package io.parley.query.api;

import io.parley.edge.identity.Caller;
import io.parley.query.conversation.ConversationCounts;
import io.parley.query.conversation.ConversationCounts.Now;
import io.parley.query.conversation.ConversationsProjection;
import io.parley.query.oversight.Activity;
import io.parley.query.oversight.Activity.Busiest;
import io.parley.query.oversight.Activity.FirstAnswers;
import io.parley.query.oversight.Activity.InPeriod;
import io.parley.query.oversight.OversightProjection;
import io.parley.query.statistics.Statistics;
import io.parley.query.statistics.Statistics.Period;
import io.parley.query.statistics.StatisticsProjection;
import io.parley.schemas.LogPosition;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
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
  private final Activity activity;

  StatisticsController(
      Entrance entrance,
      ConversationCounts conversations,
      Statistics statistics,
      Activity activity) {
    this.entrance = entrance;
    this.conversations = conversations;
    this.statistics = statistics;
    this.activity = activity;
  }

  @GetMapping("/api/chat/admin/stats")
  StatisticsView statistics(
      Caller caller,
      @RequestHeader(name = LogPosition.HEADER, required = false) @Nullable String position) {
    AdminController.check(caller);
    entrance.admit(
        caller,
        position,
        ConversationsProjection.NAME,
        StatisticsProjection.NAME,
        OversightProjection.NAME);
    var now = Clock.systemUTC().instant();
    var hour = now.minus(HOURS).truncatedTo(ChronoUnit.HOURS);
    var day = now.minus(DAYS).truncatedTo(ChronoUnit.DAYS);
    return new StatisticsView(
        conversations.now(),
        totals(),
        periods(statistics.hourly(hour), activity.hourly(hour)),
        periods(statistics.daily(day), activity.daily(day)),
        activity.firstAnswers(day),
        activity.busiest(day));
  }

  private Map<String, Long> totals() {
    var totals = new TreeMap<>(statistics.totals());
    put(totals, "messages_public", activity.messagesPublic());
    return totals;
  }

  /// The same with what was counted elsewhere.
  private static List<Period> periods(List<Period> counted, Map<Instant, InPeriod> active) {
    var periods = new TreeMap<Instant, Map<String, Long>>();
    counted.forEach(period -> periods.put(period.start(), period.counts()));
    active.forEach(
        (start, there) -> {
          var counts = periods.computeIfAbsent(start, _ -> new TreeMap<>());
          put(counts, "active_rooms", there.activeRooms());
          put(counts, "messages_public", there.messagesPublic());
        });
    return periods.entrySet().stream()
        .map(entry -> new Period(entry.getKey(), entry.getValue()))
        .toList();
  }

  /// What never happened is left out.
  private static void put(Map<String, Long> counts, String name, long count) {
    if (count > 0) {
      counts.put(name, count);
    }
  }

  /// How things are now, what ever happened, and what happened in the last 24 hours and 30 days.
  record StatisticsView(
      Now now,
      Map<String, Long> totals,
      List<Period> hourly,
      List<Period> daily,
      FirstAnswers firstAnswer,
      Busiest busiest) {}
}
