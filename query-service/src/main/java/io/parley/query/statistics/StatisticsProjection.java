package io.parley.query.statistics;

import io.parley.query.projection.ArrayWrite;
import io.parley.query.projection.Column;
import io.parley.query.projection.Projection;
import io.parley.query.projection.Tables;
import io.parley.schemas.event.Aggregate;
import io.parley.schemas.event.Event;
import io.parley.schemas.event.EventEnvelope;
import io.parley.schemas.event.EventTypes;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.springframework.stereotype.Component;

/// How often what happened in each hour, in UTC.
@Component
public final class StatisticsProjection implements Projection {
  /// Its name.
  public static final String NAME = "statistics";

  @Override
  public String name() {
    return NAME;
  }

  @Override
  public Set<Aggregate> follows() {
    return Set.of(Aggregate.ROOM, Aggregate.GUEST);
  }

  @Override
  public Set<Class<? extends Event>> reads() {
    return Set.copyOf(EventTypes.all().values());
  }

  @Override
  public Writer into(Tables tables) {
    ArrayWrite<Map.Entry<Counter, Long>> add =
        tables.write(
            """
            insert into {schema}.hourly as h (hour, metric, events) select * from {rows}
            on conflict (hour, metric) do update set events = h.events + excluded.events
            """,
            List.of(
                Column.time(row -> row.getKey().hour()),
                Column.text(row -> row.getKey().metric()),
                Column.number(Map.Entry::getValue)));
    return events -> add.execute(count(events).entrySet());
  }

  private static Map<Counter, Long> count(List<EventEnvelope> events) {
    var counts = new TreeMap<Counter, Long>();
    for (var event : events) {
      var hour = event.time().truncatedTo(ChronoUnit.HOURS);
      Metrics.of(event.data())
          .ifPresent(metric -> counts.merge(new Counter(hour, metric), 1L, Long::sum));
    }
    return counts;
  }

  /// In one order everywhere, so that two instances do not wait for one another in a circle.
  private record Counter(Instant hour, String metric) implements Comparable<Counter> {
    private static final Comparator<Counter> ORDER =
        Comparator.comparing(Counter::hour).thenComparing(Counter::metric);

    @Override
    public int compareTo(Counter other) {
      return ORDER.compare(this, other);
    }
  }
}
