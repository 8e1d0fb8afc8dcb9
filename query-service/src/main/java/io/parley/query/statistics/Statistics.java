package io.parley.query.statistics;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// Reads how often what happened.
@Component
public final class Statistics {
  private final JdbcClient jdbc;

  Statistics(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /// Everything that was ever counted.
  public Map<String, Long> totals() {
    var totals = new TreeMap<String, Long>();
    jdbc.sql("select metric, sum(events) from statistics.hourly group by metric")
        .query(
            row -> {
              totals.put(row.getString(1), row.getLong(2));
            });
    return totals;
  }

  /// The hours since then in which anything happened, oldest first.
  public List<Period> hourly(Instant since) {
    return periods("hour", since);
  }

  /// The days since then, in UTC, in which anything happened, oldest first.
  public List<Period> daily(Instant since) {
    return periods("date_trunc('day', hour, 'UTC')", since);
  }

  private List<Period> periods(String start, Instant since) {
    var periods = new LinkedHashMap<Instant, Period>();
    jdbc.sql(
            "select "
                + start
                + " as start, metric, sum(events) from statistics.hourly"
                + " where hour >= :since::timestamptz group by 1, 2 order by 1, 2")
        .param("since", since.toString())
        .query(
            row -> {
              var at = row.getObject(1, java.time.OffsetDateTime.class).toInstant();
              periods
                  .computeIfAbsent(at, it -> new Period(it, new TreeMap<>()))
                  .counts()
                  .put(row.getString(2), row.getLong(3));
            });
    return List.copyOf(periods.values());
  }

  /// What happened in an hour or a day that begins at `start`.
  public record Period(Instant start, Map<String, Long> counts) {}
}
