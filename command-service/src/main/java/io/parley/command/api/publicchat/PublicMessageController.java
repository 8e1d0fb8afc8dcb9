package io.parley.command.api.publicchat;

import io.parley.edge.identity.Identities;
import io.parley.edge.publicchat.Language;
import io.parley.edge.publicchat.PublicChatProperties;
import io.parley.edge.publicchat.PublicProblem;
import io.parley.edge.publicchat.Text;
import io.parley.edge.publicchat.VisitorLimits;
import io.parley.schemas.Ids;
import io.parley.schemas.MessageContent;
import io.parley.schemas.MessageType;
import io.parley.schemas.PublicTime;
import io.parley.schemas.command.Actor;
import io.parley.schemas.command.PublicRoomCommand.SendPublicMessage;
import io.parley.schemas.command.VisitorCommand.RecallVisitor;
import io.parley.schemas.reply.Outcome.PublicMessageNow;
import io.parley.schemas.reply.Outcome.VisitorNow;
import io.parley.schemas.reply.Reply;
import io.parley.schemas.view.PublicMessageView;
import io.parley.schemas.view.VisitorView;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;

/// Writing into a room without being in it. Who writes is known by its session, which an earlier
/// answer, or a socket, gave a name; a room that is not there is a 404, as everywhere.
@RestController
final class PublicMessageController {
  private static final Map<String, MessageType> TYPES =
      Map.of("text", MessageType.TEXT, "image", MessageType.IMAGE, "file", MessageType.FILE);

  private final Identities identities;
  private final PublicCommands commands;
  private final PublicChatProperties bounds;
  private final VisitorLimits limits;

  PublicMessageController(
      Identities identities,
      PublicCommands commands,
      PublicChatProperties bounds,
      VisitorLimits limits) {
    this.identities = identities;
    this.commands = commands;
    this.bounds = bounds;
    this.limits = limits;
  }

  private record Message(UUID roomId, String content, MessageType type, @Nullable String fileUrl) {}

  @PostMapping("/api/messages")
  ResponseEntity<Object> send(HttpServletRequest request) {
    var fields = new Fields(Body.of(request), Language.of(request));
    var message = message(fields);
    var ask = PublicAsk.of(request, fields, identities);
    fields.check(PublicProblem::fields);
    if (ask.session() == null) {
      throw wrongSession(ask, Text.REQUIRED);
    }
    PublicCommands.within(limits.message(ask.limited(), ask.address()), ask.language());
    var actor = new Actor.Visitor(Ids.visitor(ask.session()));
    var visitor = recall(ask, actor);
    var sent =
        commands.send(
            ask,
            ask.envelope(
                actor,
                new SendPublicMessage(
                    message.roomId(),
                    visitor.visitor().username(),
                    visitor.visitor().color(),
                    message.content(),
                    message.type(),
                    message.fileUrl())));
    if (!(sent.outcome() instanceof PublicMessageNow now)) {
      throw PublicCommands.notFound(ask.language());
    }
    return PublicCommands.positioned(201, sent).body(view(now, visitor));
  }

  private Message message(Fields fields) {
    var roomId = fields.uuid("room_id");
    String content = fields.text("content", bounds.maxMessageLength());
    var chosen = fields.choice("message_type", TYPES);
    var type = chosen == null ? MessageType.TEXT : chosen;
    String given = fields.freeText("file_url", MessageContent.MAX_URL_LENGTH);
    String fileUrl = given == null || given.isEmpty() ? null : given;
    if (fileUrl == null && type != MessageType.TEXT) {
      fields.wrong("file_url", Text.REQUIRED);
    }
    if (fields.areFine()) {
      check(fields, content, type, fileUrl);
    }
    return new Message(roomId, content, type, fileUrl);
  }

  /// What only a look at the whole tells.
  private static void check(
      Fields fields, String content, MessageType type, @Nullable String fileUrl) {
    if (MessageContent.problemOf("…", type, fileUrl).isPresent()) {
      fields.wrong("file_url", Text.NOT_A_URL);
    }
    if (MessageContent.problemOf(content, MessageType.TEXT, null).isPresent()) {
      fields.wrong("content", Text.BLANK);
    }
  }

  private VisitorNow recall(PublicAsk ask, Actor.Visitor actor) {
    var recall = new RecallVisitor(actor.visitorId());
    var reply = commands.reply(ask, ask.envelope(actor, recall, "recall"));
    if (reply instanceof Reply.Accepted known && known.outcome() instanceof VisitorNow visitor) {
      return visitor;
    }
    throw wrongSession(ask, Text.UNKNOWN_SESSION);
  }

  private static PublicProblem wrongSession(PublicAsk ask, Text what) {
    return PublicProblem.fields(Map.of(PublicAsk.SESSION_FIELD, List.of(what.in(ask.language()))));
  }

  private static PublicMessageView view(PublicMessageNow now, VisitorNow visitor) {
    var sender = now.sender();
    String sentAt = PublicTime.dhaka(now.sentAt());
    return new PublicMessageView(
        now.messageId(),
        new VisitorView(
            sender.id(),
            sender.username(),
            sender.color(),
            now.senderOnline(),
            sentAt,
            PublicTime.dhaka(visitor.createdAt())),
        now.content(),
        now.messageType(),
        now.fileUrl(),
        sentAt,
        now.seq());
  }
}
