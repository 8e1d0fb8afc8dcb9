package io.parley.query.api;

import io.parley.edge.identity.Caller;
import io.parley.query.timeline.Timeline;
import io.parley.query.timeline.TimelineProjection;
import io.parley.schemas.Access.OfEvents;
import io.parley.schemas.LogPosition;
import io.parley.schemas.view.RoomHistory;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/// What happened in a room after a sequence, for those who come back to it.
@RestController
class EventsController {
  private static final int DEFAULT_LIMIT = 200;
  private static final int MAX_LIMIT = 1_000;

  private final Entrance entrance;
  private final Timeline timeline;

  EventsController(Entrance entrance, Timeline timeline) {
    this.entrance = entrance;
    this.timeline = timeline;
  }

  @GetMapping("/api/chat/rooms/{roomId}/events")
  RoomHistory events(
      Caller caller,
      @RequestHeader(name = LogPosition.HEADER, required = false) @Nullable String position,
      @PathVariable String roomId,
      @RequestParam(name = "after_seq", defaultValue = "0") String afterSeq,
      @RequestParam(required = false) @Nullable String limit) {
    var admitted =
        entrance.admitTo(roomId, caller, position, OfEvents::new, TimelineProjection.NAME);
    return timeline.after(
        admitted.roomId(),
        Parameters.seq("after_seq", afterSeq),
        Parameters.limit(limit, DEFAULT_LIMIT, MAX_LIMIT),
        admitted.viewer().key(),
        admitted.viewer().admin());
  }
}
