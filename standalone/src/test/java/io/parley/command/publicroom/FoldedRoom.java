package io.parley.command.publicroom;

import io.parley.command.aggregate.Moment;
import io.parley.schemas.Member;
import io.parley.schemas.PublicRoomSettings;
import io.parley.schemas.event.EventEnvelope;
import io.parley.schemas.event.PublicRoomEvent;
import java.util.List;
import java.util.UUID;

/// A public room as its shard knows it: the room's events from the log, one after the other.
public record FoldedRoom(PublicRoomSettings settings, List<Member> newestFirst, long messages) {
  /// From all events there are.
  public static FoldedRoom of(UUID room, List<EventEnvelope> events) {
    PublicRoomState state = new PublicRoomState.Vacant();
    for (var event : events) {
      if (event.aggregateId().equals(room) && event.data() instanceof PublicRoomEvent happened) {
        state = PublicRoomFold.evolve(state, happened, new Moment(event.time(), event.sequence()));
      }
    }
    var open = (OpenRoom) state;
    return new FoldedRoom(open.settings(), open.members().newestFirst(), open.messages());
  }
}
