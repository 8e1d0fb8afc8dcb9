package io.parley.query.api.publicchat;

import io.parley.query.publicroom.OnlineVisitors;
import io.parley.query.publicroom.PublicMessages;
import io.parley.query.publicroom.PublicRoom;
import io.parley.query.publicroom.PublicRooms;
import io.parley.schemas.view.PublicMessageView;
import io.parley.schemas.view.VisitorView;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.UUID;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

/// Who is in a room that is not hidden, and what was written in it.
@RestController
class InsideRoomController {
  private static final int MOST = 100;

  private final PublicAnswers answers;
  private final PublicRooms rooms;
  private final PublicMessages messages;
  private final OnlineVisitors visitors;

  InsideRoomController(
      PublicAnswers answers, PublicRooms rooms, PublicMessages messages, OnlineVisitors visitors) {
    this.answers = answers;
    this.rooms = rooms;
    this.messages = messages;
    this.visitors = visitors;
  }

  /// The newest messages; with `before`, those right before that sequence; with `after` alone,
  /// those right after it. Always the newest of them first.
  @GetMapping("/api/rooms/{roomId}/messages")
  ResponseEntity<Object> messages(@PathVariable String roomId, HttpServletRequest request) {
    var wanted = new Wanted(request);
    return answers.of(
        request,
        () -> {
          var room = find(roomId, wanted);
          return new Messages(
              room.roomId(),
              room.settings().name(),
              slice(room.roomId(), wanted),
              room.totalMessages());
        });
  }

  private List<PublicMessageView> slice(UUID roomId, Wanted wanted) {
    long before = wanted.number("before", Long.MAX_VALUE, 0, Long.MAX_VALUE);
    long after = wanted.number("after", 0, 0, Long.MAX_VALUE);
    int limit = (int) wanted.number("limit", MOST, 1, MOST);
    wanted.check();
    return wanted.has("after") && !wanted.has("before")
        ? messages.after(roomId, after, limit)
        : messages.before(roomId, before, after, limit);
  }

  @GetMapping("/api/rooms/{roomId}/users")
  ResponseEntity<Object> users(@PathVariable String roomId, HttpServletRequest request) {
    return answers.of(
        request,
        () -> {
          var room = find(roomId, new Wanted(request));
          var online = visitors.in(room.roomId());
          return new Users(room.roomId(), online, online.size());
        });
  }

  private PublicRoom find(String roomId, Wanted wanted) {
    return Wanted.uuid(roomId).flatMap(rooms::findListed).orElseThrow(wanted::notFound);
  }

  record Messages(
      UUID roomId, String roomName, List<PublicMessageView> messages, long totalMessages) {}

  record Users(UUID roomId, List<VisitorView> onlineUsers, int totalOnline) {}
}
