package io.parley.command.api.publicchat;

import io.parley.edge.publicchat.Language;
import io.parley.edge.publicchat.PublicChatProperties;
import io.parley.edge.publicchat.PublicProblem;
import io.parley.edge.publicchat.Text;
import io.parley.edge.publicchat.VisitorLimits;
import io.parley.schemas.Ids;
import io.parley.schemas.PublicRoomSettings;
import io.parley.schemas.Visitor;
import io.parley.schemas.command.Actor;
import io.parley.schemas.command.CommandEnvelope;
import io.parley.schemas.command.PublicRoomCommand.LeavePublicRoom;
import io.parley.schemas.command.PublicRoomCommand.OpenPublicRoom;
import io.parley.schemas.command.VisitorCommand.IntroduceVisitor;
import io.parley.schemas.reply.Outcome.PublicRoomNow;
import io.parley.schemas.reply.Refusal;
import io.parley.schemas.reply.Reply;
import jakarta.servlet.http.HttpServletRequest;
import java.util.UUID;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;

/// Becoming a visitor. Each request makes a new one, with a session of its own that only the
/// answer tells: an `Idempotency-Key` is ignored, as repeating somebody's key must not give away
/// that session.
@RestController
final class VisitorController {
  private final PublicCommands commands;
  private final PublicChatProperties bounds;
  private final VisitorLimits limits;

  VisitorController(PublicCommands commands, PublicChatProperties bounds, VisitorLimits limits) {
    this.commands = commands;
    this.bounds = bounds;
    this.limits = limits;
  }

  record Created(UUID userId, String sessionId, String username, String color, String message) {}

  record Joined(
      UUID roomId,
      String roomName,
      UUID userId,
      String sessionId,
      String username,
      String color,
      String websocketUrl,
      String message) {}

  /// A visitor and the session that is its secret.
  private record Newcomer(PublicAsk ask, String session, Visitor visitor) {
    Actor.Visitor actor() {
      return new Actor.Visitor(visitor.id());
    }

    CommandEnvelope introduction() {
      return ask.envelope(
          actor(),
          new IntroduceVisitor(visitor.id(), visitor.username(), visitor.color()),
          "introduce");
    }
  }

  @PostMapping("/api/create-user")
  ResponseEntity<Object> create(HttpServletRequest request) {
    var language = Language.of(request);
    var fields = new Fields(Body.of(request), language);
    var newcomer = newcomer(request, fields);
    fields.check(PublicProblem::wrapped);
    admit(newcomer.ask());
    var introduced = commands.send(newcomer.ask(), newcomer.introduction());
    var visitor = newcomer.visitor();
    return PublicCommands.positioned(201, introduced)
        .body(
            new Created(
                visitor.id(),
                newcomer.session(),
                visitor.username(),
                visitor.color(),
                Text.USER_CREATED.in(language)));
  }

  @PostMapping("/api/join-room")
  ResponseEntity<Object> join(HttpServletRequest request) {
    var language = Language.of(request);
    var fields = new Fields(Body.of(request), language);
    var roomId = fields.uuid("room_id");
    var newcomer = newcomer(request, fields);
    fields.check(PublicProblem::wrapped);
    if (!Ids.mayBePublicRoom(roomId)) {
      throw PublicCommands.notFound(language);
    }
    admit(newcomer.ask());
    if (!isOpen(newcomer, roomId)) {
      PublicCommands.within(
          limits.openRoom(newcomer.ask().limited(), newcomer.ask().address()), language);
    }
    var replies =
        commands.replies(
            newcomer.ask(),
            newcomer
                .ask()
                .envelope(
                    newcomer.actor(),
                    new OpenPublicRoom(roomId, PublicRoomSettings.ofUnknown(roomId))),
            newcomer.introduction());
    var opened = PublicCommands.accepted(language, replies.getFirst());
    var introduced = PublicCommands.accepted(language, replies.getLast());
    var room = (PublicRoomNow) opened.outcome();
    return PublicCommands.positioned(200, opened, introduced).body(joined(request, newcomer, room));
  }

  private static Joined joined(HttpServletRequest request, Newcomer newcomer, PublicRoomNow room) {
    var visitor = newcomer.visitor();
    return new Joined(
        room.roomId(),
        room.settings().name(),
        visitor.id(),
        newcomer.session(),
        visitor.username(),
        visitor.color(),
        WebSocketUrl.of(
            request, room.roomId(), visitor.username(), visitor.color(), newcomer.session()),
        Text.ROOM_JOINED.in(newcomer.ask().language()));
  }

  private Newcomer newcomer(HttpServletRequest request, Fields fields) {
    String username = fields.text("username", bounds.maxNameLength());
    String color = fields.color("color", Visitor.DEFAULT_COLOR);
    String session = UUID.randomUUID().toString();
    var visitor = new Visitor(Ids.visitor(session), username, color);
    return new Newcomer(PublicAsk.ofNobody(request), session, visitor);
  }

  private void admit(PublicAsk ask) {
    PublicCommands.within(limits.join(ask.limited(), ask.address()), ask.language());
  }

  /// Opening a room counts, entering one does not: to close a connection that nobody has tells the
  /// two apart and changes nothing.
  private boolean isOpen(Newcomer newcomer, UUID roomId) {
    var closesNothing = new LeavePublicRoom(roomId, newcomer.visitor().id(), UUID.randomUUID());
    var reply =
        commands.reply(
            newcomer.ask(), newcomer.ask().envelope(newcomer.actor(), closesNothing, "probe"));
    return !(reply instanceof Reply.Rejected rejected
        && rejected.reason() == Refusal.ROOM_NOT_FOUND);
  }
}
