package io.parley.command.publicroom;

import io.parley.command.aggregate.AggregateState;
import java.util.List;

/// What a public room is. Its events concern whoever listens, so they name nobody.
public sealed interface PublicRoomState extends AggregateState
    permits PublicRoomState.Vacant, OpenRoom {
  @Override
  default List<String> audience() {
    return List.of();
  }

  /// Who is in, by which connections, those who came first before the others.
  List<Presence> presences();

  /// Whether anybody is.
  default boolean isSomebodyIn() {
    return !presences().isEmpty();
  }

  /// There is no such room: none yet, or none any more.
  record Vacant() implements PublicRoomState {
    @Override
    public List<Presence> presences() {
      return List.of();
    }
  }
}
