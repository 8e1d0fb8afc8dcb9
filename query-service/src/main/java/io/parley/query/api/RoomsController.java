package io.parley.query.api;

import io.parley.edge.identity.Caller;
import io.parley.query.conversation.Conversations;
import io.parley.query.conversation.ConversationsProjection;
import io.parley.query.conversation.Cursor;
import io.parley.schemas.Access.OfRoom;
import io.parley.schemas.LogPosition;
import io.parley.schemas.view.RoomView;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/// The conversations of whoever asks.
@RestController
class RoomsController {
  private static final int DEFAULT_LIMIT = 200;
  private static final int MAX_LIMIT = 500;

  /// Whoever answers for a vendor sees its rooms as long as the token says so, and not because of
  /// having written in them once.
  private static final Set<String> OWN = Set.of("buyer", "guest");

  private static final Set<String> ANY = Set.of("buyer", "guest", "vendor", "admin");

  private final Entrance entrance;
  private final Conversations conversations;

  RoomsController(Entrance entrance, Conversations conversations) {
    this.entrance = entrance;
    this.conversations = conversations;
  }

  @GetMapping("/api/chat/rooms")
  ResponseEntity<List<RoomView>> mine(
      Caller caller,
      @RequestHeader(name = LogPosition.HEADER, required = false) @Nullable String position,
      @RequestParam(required = false) @Nullable String limit,
      @RequestParam(required = false) @Nullable String cursor,
      HttpServletRequest request) {
    int size = Parameters.limit(limit, DEFAULT_LIMIT, MAX_LIMIT);
    var from = cursor(cursor);
    var viewer = entrance.admit(caller, position, ConversationsProjection.NAME);
    var rooms =
        conversations.of(viewer.key(), viewer.admin() ? ANY : OWN, viewer.vendor(), from, size + 1);
    var answer = ResponseEntity.ok();
    if (rooms.size() > size) {
      rooms = rooms.subList(0, size);
      var next = Links.of(request).with("cursor", Cursor.after(rooms.getLast()).toString());
      answer.header(HttpHeaders.LINK, "<" + next + ">; rel=\"next\"");
    }
    return answer.body(rooms.stream().map(viewer::view).toList());
  }

  @GetMapping("/api/chat/rooms/{roomId}")
  RoomView one(
      Caller caller,
      @RequestHeader(name = LogPosition.HEADER, required = false) @Nullable String position,
      @PathVariable String roomId) {
    var admitted = entrance.admitTo(roomId, caller, position, OfRoom::new);
    return admitted.viewer().view(admitted.room());
  }

  private static Cursor cursor(@Nullable String text) {
    return text == null
        ? Cursor.START
        : Cursor.parse(text)
            .orElseThrow(() -> Parameters.invalid("cursor", "is that of a link we gave"));
  }
}
