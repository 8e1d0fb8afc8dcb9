package io.parley.command.api;

import io.parley.edge.identity.Identities;
import io.parley.edge.problem.Problem;
import io.parley.schemas.command.RoomCommand;
import io.parley.schemas.command.RoomCommand.ArchiveConversation;
import io.parley.schemas.command.RoomCommand.MarkRead;
import io.parley.schemas.command.RoomCommand.UnarchiveConversation;
import io.parley.schemas.reply.Outcome.ReadNow;
import io.parley.schemas.reply.Outcome.RoomNow;
import jakarta.servlet.http.HttpServletRequest;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/// What can be done with a room as a whole.
@RestController
@RequestMapping("/api/chat/rooms/{roomId}")
final class RoomController {
  private final Identities identities;
  private final Commands commands;

  RoomController(Identities identities, Commands commands) {
    this.identities = identities;
    this.commands = commands;
  }

  record Marked(UUID roomId, long upToSeq, long unreadCount) {}

  @PostMapping("/mark_read")
  ResponseEntity<Object> markRead(
      @PathVariable String roomId,
      @RequestBody(required = false) Requests.@Nullable Read body,
      HttpServletRequest request) {
    Long upTo = body == null ? null : body.upToSeq();
    var ask = Ask.of(identities, request, body == null ? null : body.guestSessionId());
    var room = Commands.room(roomId);
    if (upTo != null && upTo < 0) {
      throw Problem.badRequest("up_to_seq_invalid", "up_to_seq is a sequence, so not negative.");
    }
    var accepted = commands.send(ask, new MarkRead(room, upTo));
    var read = (ReadNow) accepted.outcome();
    return Commands.answer(
        200, accepted, new Marked(read.roomId(), read.upToSeq(), read.unreadCount()));
  }

  @PostMapping("/archive")
  ResponseEntity<Object> archive(
      @PathVariable String roomId,
      @RequestBody(required = false) Requests.@Nullable Plain body,
      HttpServletRequest request) {
    return change(roomId, body, request, ArchiveConversation::new);
  }

  @PostMapping("/unarchive")
  ResponseEntity<Object> unarchive(
      @PathVariable String roomId,
      @RequestBody(required = false) Requests.@Nullable Plain body,
      HttpServletRequest request) {
    return change(roomId, body, request, UnarchiveConversation::new);
  }

  private ResponseEntity<Object> change(
      String roomId,
      Requests.@Nullable Plain body,
      HttpServletRequest request,
      Function<UUID, RoomCommand> command) {
    var ask = Ask.of(identities, request, body == null ? null : body.guestSessionId());
    var accepted = commands.send(ask, command.apply(Commands.room(roomId)));
    var room = ((RoomNow) accepted.outcome()).room();
    var session = ask.caller().guestSession();
    return Commands.answer(200, accepted, session == null ? room : room.forGuest(session));
  }
}
