package io.parley.query.live;

import io.parley.query.live.Reach.Answer;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.dao.DataAccessException;

/// Down until each projection has reached the ends that the log had at the start; up ever after.
///
/// A query reads the rows of all partitions, whichever instance wrote them, so the positions in
/// the database count, and of all partitions. What comes after a record that cannot be applied is
/// not waited for: every instance reads the same rows, and none would be ready before somebody
/// skips the record.
final class CatchUp implements HealthIndicator {
  private final LiveProjections live;
  private final Reach reach;
  private final Set<String> done = ConcurrentHashMap.newKeySet();

  CatchUp(LiveProjections live, Reach reach) {
    this.live = live;
    this.reach = reach;
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

  private boolean hasReached(String projection, @Nullable Map<Integer, Long> ends) {
    return ends != null && reach.inDatabase(projection, ends) != Answer.BEHIND;
  }
}
