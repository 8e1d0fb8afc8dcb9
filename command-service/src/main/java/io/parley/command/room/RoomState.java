package io.parley.command.room;

import io.parley.command.aggregate.AggregateState;
import java.util.List;
import java.util.UUID;

/// What a room is.
public sealed interface RoomState extends AggregateState
    permits RoomState.Vacant, RoomState.Forwarded, Conversation {
  /// Nothing has happened here.
  record Vacant() implements RoomState {
    @Override
    public List<String> audience() {
      return List.of();
    }
  }

  /// Its buyer meets the vendor elsewhere.
  record Forwarded(UUID toRoomId) implements RoomState {
    @Override
    public List<String> audience() {
      return List.of();
    }
  }
}
