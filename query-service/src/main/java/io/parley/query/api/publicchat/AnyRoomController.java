package io.parley.query.api.publicchat;

import io.parley.edge.publicchat.Language;
import io.parley.edge.publicchat.PublicProblem;
import io.parley.edge.publicchat.Text;
import io.parley.query.publicroom.PublicHistory;
import io.parley.query.publicroom.PublicHistory.Happened;
import io.parley.query.publicroom.PublicMessages;
import io.parley.query.publicroom.PublicRoom;
import io.parley.query.publicroom.PublicRooms;
import io.parley.schemas.PublicTime;
import io.parley.schemas.view.PublicMessageView;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.UUID;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

/// What is told of hidden rooms too, to who knows their ids.
@RestController
class AnyRoomController {
  private static final int RECENT = 5;
  private static final int MOST_EVENTS = 200;

  private final PublicAnswers answers;
  private final PublicRooms rooms;
  private final PublicMessages messages;
  private final PublicHistory history;

  AnyRoomController(
      PublicAnswers answers, PublicRooms rooms, PublicMessages messages, PublicHistory history) {
    this.answers = answers;
    this.rooms = rooms;
    this.messages = messages;
    this.history = history;
  }

  @GetMapping("/api/rooms/{roomId}/stats")
  ResponseEntity<Object> stats(@PathVariable String roomId, HttpServletRequest request) {
    return answers.of(
        request,
        () -> {
          var id = Wanted.uuid(roomId).orElseThrow(new Wanted(request)::notFound);
          var room = rooms.find(id).orElseThrow(() -> unknown(request));
          return Stats.of(room, messages.page(id, 0, RECENT));
        });
  }

  private static PublicProblem unknown(HttpServletRequest request) {
    return PublicProblem.of(
        404, new Failure("error", Text.ROOM_NOT_FOUND.in(Language.of(request))));
  }

  /// What happened after a sequence, oldest first, for who has to catch up.
  @GetMapping("/api/rooms/{roomId}/events")
  ResponseEntity<Object> events(@PathVariable String roomId, HttpServletRequest request) {
    var wanted = new Wanted(request);
    long after = wanted.number("after", 0, 0, Long.MAX_VALUE);
    int limit = (int) wanted.number("limit", MOST_EVENTS, 1, MOST_EVENTS);
    wanted.check();
    return answers.of(
        request,
        () -> {
          var room = Wanted.uuid(roomId).flatMap(rooms::find).orElseThrow(wanted::notFound);
          return new Events(room.roomId(), room.seq(), history.after(room, after, limit));
        });
  }

  record Failure(String status, String message) {}

  /// `seq` is the sequence of the room's newest event.
  record Events(UUID roomId, long seq, List<Happened> events) {}

  record Stats(
      UUID roomId,
      String roomName,
      long onlineUsers,
      long totalMessages,
      int maxUsers,
      boolean isPublic,
      String createdAt,
      String updatedAt,
      List<PublicMessageView> recentMessages) {
    static Stats of(PublicRoom room, List<PublicMessageView> recent) {
      return new Stats(
          room.roomId(),
          room.settings().name(),
          room.onlineUsers(),
          room.totalMessages(),
          room.settings().maxUsers(),
          room.settings().isPublic(),
          PublicTime.zulu(room.createdAt()),
          PublicTime.zulu(room.updatedAt()),
          recent);
    }
  }
}
