package io.parley.query.live;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.context.SmartLifecycle;

/// All projections of this instance, started once the topics are there, and before requests come.
final class LiveProjections implements SmartLifecycle {
  /// After the topics were set up, before the web server.
  private static final int PHASE = 0;

  private final List<LiveProjection> projections;
  private final Duration stopWait;
  private boolean running;

  LiveProjections(List<LiveProjection> projections, Duration stopWait) {
    this.projections = List.copyOf(projections);
    this.stopWait = stopWait;
  }

  List<LiveProjection> all() {
    return projections;
  }

  Optional<LiveProjection> find(String name) {
    return projections.stream().filter(one -> one.name().equals(name)).findFirst();
  }

  /// The next offset of each partition that this instance follows for a projection.
  Map<Integer, Long> positions(String name) {
    return find(name).map(one -> one.progress().positions()).orElseGet(Map::of);
  }

  /// Where a projection cannot go on, of the partitions that this instance follows.
  Map<Integer, Stop> stops(String name) {
    return find(name).map(one -> one.progress().stops()).orElseGet(Map::of);
  }

  @Override
  public void start() {
    projections.forEach(LiveProjection::start);
    running = true;
  }

  @Override
  public void stop() {
    projections.forEach(LiveProjection::requestStop);
    long end = System.nanoTime() + stopWait.toNanos();
    for (var one : projections) {
      var _ = one.awaitStop(Duration.ofNanos(Math.max(1, end - System.nanoTime())));
    }
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
