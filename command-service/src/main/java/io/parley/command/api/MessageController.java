package io.parley.command.api;

import io.parley.edge.identity.Identities;
import io.parley.edge.problem.Problem;
import io.parley.schemas.MessageContent;
import io.parley.schemas.MessageType;
import io.parley.schemas.command.RoomCommand.DeleteMessage;
import io.parley.schemas.command.RoomCommand.EditMessage;
import io.parley.schemas.command.RoomCommand.SendMessage;
import io.parley.schemas.reply.Outcome.MessageNow;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.PatchMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/// Writing, changing and taking back.
@RestController
@RequestMapping("/api/chat/rooms/{roomId}/messages")
final class MessageController {
  private final Identities identities;
  private final Commands commands;

  MessageController(Identities identities, Commands commands) {
    this.identities = identities;
    this.commands = commands;
  }

  @PostMapping
  ResponseEntity<Object> send(
      @PathVariable String roomId, @RequestBody Requests.Write body, HttpServletRequest request) {
    var ask = Ask.of(identities, request, body.guestSessionId());
    if (body.clientMessageId() != null) {
      ask = ask.as(sameId(request, body.clientMessageId()));
    }
    var type = body.messageType() == null ? MessageType.TEXT : body.messageType();
    var room = Commands.room(roomId);
    check(body.content(), type, body.fileUrl());
    String content = body.content() == null ? "" : body.content();
    var accepted = commands.send(ask, new SendMessage(room, content, type, body.fileUrl()));
    var message = ((MessageNow) accepted.outcome()).message().forSender(ask.commandId());
    return Commands.answer(201, accepted, message);
  }

  private static UUID sameId(HttpServletRequest request, UUID clientMessageId) {
    if (Ask.idempotencyKey(request).filter(key -> !key.equals(clientMessageId)).isPresent()) {
      throw Problem.badRequest(
          "idempotency_key_invalid", "Idempotency-Key and client_message_id name different ids.");
    }
    return clientMessageId;
  }

  @PatchMapping("/{messageId}")
  ResponseEntity<Object> edit(
      @PathVariable String roomId,
      @PathVariable String messageId,
      @RequestBody Requests.Change body,
      HttpServletRequest request) {
    var ask = Ask.of(identities, request, body.guestSessionId());
    var room = Commands.room(roomId);
    var message = Commands.message(messageId);
    check(body.content(), MessageType.TEXT, null);
    String content = body.content() == null ? "" : body.content();
    var accepted = commands.send(ask, new EditMessage(room, message, content));
    return accepted.outcome() instanceof MessageNow now
        ? Commands.answer(200, accepted, now.message())
        : Commands.positioned(204, accepted, List.of()).build();
  }

  @DeleteMapping("/{messageId}")
  ResponseEntity<Object> delete(
      @PathVariable String roomId,
      @PathVariable String messageId,
      @RequestBody(required = false) Requests.@Nullable Plain body,
      HttpServletRequest request) {
    var ask = Ask.of(identities, request, body == null ? null : body.guestSessionId());
    var room = Commands.room(roomId);
    var accepted = commands.send(ask, new DeleteMessage(room, Commands.message(messageId)));
    return Commands.positioned(204, accepted, List.of()).build();
  }

  private static void check(@Nullable String content, MessageType type, @Nullable String fileUrl) {
    MessageContent.problemOf(content, type, fileUrl)
        .ifPresent(
            refusal -> {
              throw Problem.of(refusal);
            });
  }
}
