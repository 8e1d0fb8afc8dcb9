package io.parley.query.live;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// How the projections are doing on this instance.
@Component
public final class ProjectionStates {
  private final LiveProjections live;
  private final LogEndWatch log;

  ProjectionStates(LiveProjections live, LogEndWatch log) {
    this.live = live;
    this.log = log;
  }

  /// What one does.
  ///
  /// @param state in one word
  /// @param reason why it cannot work, if it cannot
  /// @param positions the next offset of each partition that this instance follows
  /// @param lag how many records of these partitions it has not applied, if that is known
  public record Doing(
      String state, @Nullable String reason, Map<Integer, Long> positions, OptionalDouble lag) {}

  /// The names of all.
  public List<String> names() {
    return live.all().stream().map(LiveProjection::name).toList();
  }

  /// What the projection of this name does.
  public Optional<Doing> of(String name) {
    return live.find(name).map(one -> doing(one.progress()));
  }

  private Doing doing(Progress progress) {
    var positions = progress.positions();
    return new Doing(progress.state().name(), progress.reason(), positions, log.lag(positions));
  }
}
