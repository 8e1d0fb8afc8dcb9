package io.parley.query.live;

import java.util.List;
import java.util.Map;
import org.springframework.context.SmartLifecycle;

/// All projections of this instance, started once the topics are there, and before requests come.
final class LiveProjections implements SmartLifecycle {
  /// After the topics were set up, before the web server.
  private static final int PHASE = 0;

  private final List<LiveProjection> projections;
  private boolean running;

  LiveProjections(List<LiveProjection> projections) {
    this.projections = List.copyOf(projections);
  }

  List<LiveProjection> all() {
    return projections;
  }

  /// The next offset of each partition that this instance follows for a projection.
  Map<Integer, Long> positions(String name) {
    return projections.stream()
        .filter(one -> one.name().equals(name))
        .findFirst()
        .map(one -> one.progress().positions())
        .orElseGet(Map::of);
  }

  @Override
  public void start() {
    projections.forEach(LiveProjection::start);
    running = true;
  }

  @Override
  public void stop() {
    projections.forEach(LiveProjection::requestStop);
    projections.forEach(LiveProjection::awaitStop);
    running = false;
  }

  @Override
  public boolean isRunning() {
    return running;
  }

  @Override
  public int getPhase() {
    return PHASE;
  }
}
