package io.parley.command.api;

import io.parley.edge.identity.Identities;
import io.parley.edge.problem.Problem;
import io.parley.schemas.MessageContent;
import io.parley.schemas.command.RoomCommand.CloseReports;
import io.parley.schemas.command.RoomCommand.ReportConversation;
import jakarta.servlet.http.HttpServletRequest;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/// How a room's people tell the marketplace that something is wrong, and how it says that it has
/// seen to it.
@RestController
@RequestMapping("/api/chat/rooms/{roomId}")
final class ReportController {
  private static final int LONGEST_REASON = 1_000;

  private final Identities identities;
  private final Commands commands;

  ReportController(Identities identities, Commands commands) {
    this.identities = identities;
    this.commands = commands;
  }

  record Reported(UUID roomId, String reason, @Nullable UUID messageId) {}

  record Closed(UUID roomId) {}

  @PostMapping("/report")
  ResponseEntity<Object> report(
      @PathVariable String roomId, @RequestBody Requests.Report body, HttpServletRequest request) {
    var ask = Ask.of(identities, request, body.guestSessionId());
    var room = Commands.room(roomId);
    var reason = reason(body.reason());
    var accepted = commands.send(ask, new ReportConversation(room, reason, body.messageId()));
    return Commands.answer(201, accepted, new Reported(room, reason, body.messageId()));
  }

  @PostMapping("/reports/close")
  ResponseEntity<Object> close(@PathVariable String roomId, HttpServletRequest request) {
    var ask = Ask.of(identities, request, null);
    var room = Commands.room(roomId);
    return Commands.answer(200, commands.send(ask, new CloseReports(room)), new Closed(room));
  }

  private static String reason(@Nullable String text) {
    var reason = text == null ? "" : text.strip();
    if (MessageContent.isBlank(reason)
        || !MessageContent.isText(reason)
        || reason.codePointCount(0, reason.length()) > LONGEST_REASON) {
      throw Problem.badRequest("reason_invalid", "A reason is text of 1 to 1,000 characters.");
    }
    return reason;
  }
}
