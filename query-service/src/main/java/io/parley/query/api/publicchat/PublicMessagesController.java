package io.parley.query.api.publicchat;

import io.parley.query.publicroom.PublicMessages;
import io.parley.query.publicroom.PublicRoom;
import io.parley.query.publicroom.PublicRooms;
import io.parley.query.publicroom.PublicTotals;
import jakarta.servlet.http.HttpServletRequest;
import java.util.UUID;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

/// The messages of all rooms, hidden ones too.
@RestController
class PublicMessagesController {
  private static final String ROOM_ID = "room_id";

  private final PublicAnswers answers;
  private final PublicMessages messages;
  private final PublicRooms rooms;
  private final PublicTotals totals;

  PublicMessagesController(
      PublicAnswers answers, PublicMessages messages, PublicRooms rooms, PublicTotals totals) {
    this.answers = answers;
    this.messages = messages;
    this.rooms = rooms;
    this.totals = totals;
  }

  @GetMapping("/api/messages")
  ResponseEntity<Object> page(HttpServletRequest request) {
    var wanted = new Wanted(request);
    if (!wanted.has(ROOM_ID)) {
      return answers.of(request, () -> PublicPaging.of(request, totals.messages(), messages::page));
    }
    UUID roomId =
        Wanted.uuid(request.getParameter(ROOM_ID)).orElseThrow(() -> wanted.noUuid(ROOM_ID));
    return answers.of(
        request,
        () ->
            PublicPaging.of(
                request,
                rooms.find(roomId).map(PublicRoom::totalMessages).orElse(0L),
                (offset, size) -> messages.page(roomId, offset, size)));
  }

  @GetMapping("/api/messages/{messageId}")
  ResponseEntity<Object> one(@PathVariable String messageId, HttpServletRequest request) {
    return answers.of(
        request,
        () ->
            Wanted.uuid(messageId)
                .flatMap(messages::find)
                .orElseThrow(new Wanted(request)::notFound));
  }
}
