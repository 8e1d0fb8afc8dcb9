package io.parley.query.live;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;

/// Down until each projection has reached the ends that the log had at the start; up ever after.
/// Another instance may have done part of it, so the positions in the database count.
final class CatchUp implements HealthIndicator {
  private final LiveProjections live;
  private final JdbcClient jdbc;
  private final Set<String> done = ConcurrentHashMap.newKeySet();

  CatchUp(LiveProjections live, JdbcClient jdbc) {
    this.live = live;
    this.jdbc = jdbc;
  }

  @Override
  public Health health() {
    try {
      var behind = behind();
      return behind.isEmpty()
          ? Health.up().build()
          : Health.outOfService().withDetail("behind", behind).build();
    } catch (DataAccessException e) {
      return Health.down(e).build();
    }
  }

  private List<String> behind() {
    var behind = new ArrayList<String>();
    for (var one : live.all()) {
      if (!done.contains(one.name())) {
        if (hasReached(one.name(), one.progress().endsAtStart())) {
          done.add(one.name());
        } else {
          behind.add(one.name());
        }
      }
    }
    return behind;
  }

  private boolean hasReached(
      String schema, @org.jspecify.annotations.Nullable Map<Integer, Long> ends) {
    if (ends == null) {
      return false;
    }
    var positions = new HashMap<Integer, Long>();
    jdbc.sql("select partition, next_offset from " + schema + ".position")
        .query(
            row -> {
              positions.put(row.getInt(1), row.getLong(2));
            });
    return ends.entrySet().stream()
        .allMatch(end -> positions.getOrDefault(end.getKey(), 0L) >= end.getValue());
  }
}
