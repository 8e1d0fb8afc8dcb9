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

  /// There is no such room: none yet, or none any more.
  record Vacant() implements PublicRoomState {}
}
