package io.parley.command.api.publicchat;

import io.parley.edge.identity.Identities;
import io.parley.edge.publicchat.Language;
import io.parley.edge.publicchat.PublicChatProperties;
import io.parley.edge.publicchat.PublicProblem;
import io.parley.edge.publicchat.VisitorLimits;
import io.parley.schemas.Ids;
import io.parley.schemas.PublicRoomSettings;
import io.parley.schemas.command.PublicRoomCommand.ChangePublicRoom;
import io.parley.schemas.command.PublicRoomCommand.DeletePublicRoom;
import io.parley.schemas.command.PublicRoomCommand.NewDescription;
import io.parley.schemas.command.PublicRoomCommand.OpenPublicRoom;
import io.parley.schemas.reply.Outcome.PublicRoomNow;
import io.parley.schemas.reply.Refusal;
import io.parley.schemas.reply.Reply;
import io.parley.schemas.view.PublicRoomView;
import jakarta.servlet.http.HttpServletRequest;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.PatchMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/// Opening, changing and deleting public rooms. Whoever opened a room with a session, or with a
/// token of the marketplace, changes it with the same one; an admin changes any.
@RestController
@RequestMapping("/api/rooms")
final class PublicRoomController {
  private final Identities identities;
  private final PublicCommands commands;
  private final PublicChatProperties bounds;
  private final VisitorLimits limits;

  PublicRoomController(
      Identities identities,
      PublicCommands commands,
      PublicChatProperties bounds,
      VisitorLimits limits) {
    this.identities = identities;
    this.commands = commands;
    this.bounds = bounds;
    this.limits = limits;
  }

  /// What a request says of a room; null where it says nothing.
  private record Wanted(
      @Nullable String name,
      @Nullable NewDescription description,
      @Nullable Boolean isPublic,
      @Nullable Integer maxUsers) {

    PublicRoomSettings settings() {
      return new PublicRoomSettings(
          String.valueOf(name),
          description == null ? null : description.text(),
          isPublic == null || isPublic,
          maxUsers == null ? PublicRoomSettings.DEFAULT_MAX_USERS : maxUsers);
    }
  }

  private Wanted wanted(Fields fields, boolean mayBePart) {
    String name =
        mayBePart
            ? fields.optionalText("name", bounds.maxNameLength())
            : fields.text("name", bounds.maxNameLength());
    var description =
        fields.has("description")
            ? new NewDescription(fields.freeText("description", bounds.maxDescriptionLength()))
            : null;
    return new Wanted(
        name,
        description,
        fields.flag("is_public"),
        fields.integer("max_users", 1, Integer.MAX_VALUE));
  }

  /// With an `Idempotency-Key` the room's id comes from it, so that the same request again is the
  /// same room.
  @PostMapping
  ResponseEntity<Object> open(HttpServletRequest request) {
    var fields = new Fields(Body.of(request), Language.of(request));
    var wanted = wanted(fields, false);
    var ask = PublicAsk.of(request, fields, identities);
    fields.check(PublicProblem::fields);
    PublicCommands.within(limits.openRoom(ask.limited(), ask.address()), ask.language());
    var open = new OpenPublicRoom(Ids.publicRoom(ask.commandId()), wanted.settings());
    var opened = commands.send(ask, ask.envelope(ask.opener(), open));
    return answer(ask, opened, 201);
  }

  @PutMapping("/{id}")
  ResponseEntity<Object> replace(@PathVariable String id, HttpServletRequest request) {
    return change(id, request, false);
  }

  @PatchMapping("/{id}")
  ResponseEntity<Object> patch(@PathVariable String id, HttpServletRequest request) {
    return change(id, request, true);
  }

  private ResponseEntity<Object> change(String id, HttpServletRequest request, boolean part) {
    var fields = new Fields(Body.of(request), Language.of(request));
    var wanted = wanted(fields, part);
    var ask = PublicAsk.of(request, fields, identities);
    var room = room(id, ask);
    if (!fields.areFine()) {
      throwIfUnknown(ask, room);
    }
    fields.check(PublicProblem::fields);
    var change =
        new ChangePublicRoom(
            room, wanted.name(), wanted.description(), wanted.isPublic(), wanted.maxUsers());
    return answer(ask, commands.send(ask, ask.envelope(ask.changer(), change)), 200);
  }

  /// There being no such room comes before whatever is wrong with the request: a change of nothing
  /// tells.
  private void throwIfUnknown(PublicAsk ask, UUID room) {
    var nothing = new ChangePublicRoom(room, null, null, null, null);
    var reply = commands.reply(ask, ask.envelope(ask.changer(), nothing, "probe"));
    if (reply instanceof Reply.Rejected rejected && rejected.reason() == Refusal.ROOM_NOT_FOUND) {
      throw PublicCommands.notFound(ask.language());
    }
  }

  @DeleteMapping("/{id}")
  ResponseEntity<Object> delete(@PathVariable String id, HttpServletRequest request) {
    var fields = new Fields(Body.of(request), Language.of(request));
    var ask = PublicAsk.of(request, fields, identities);
    var room = room(id, ask);
    fields.check(PublicProblem::fields);
    var deleted = commands.send(ask, ask.envelope(ask.changer(), new DeletePublicRoom(room)));
    return PublicCommands.positioned(204, deleted).build();
  }

  private static UUID room(String id, PublicAsk ask) {
    var room = Values.uuid(id);
    if (room == null || !Ids.mayBePublicRoom(room)) {
      throw PublicCommands.notFound(ask.language());
    }
    return room;
  }

  /// A room that is gone by the time its change is asked for again is not found.
  private static ResponseEntity<Object> answer(PublicAsk ask, Reply.Accepted accepted, int status) {
    if (!(accepted.outcome() instanceof PublicRoomNow room)) {
      throw PublicCommands.notFound(ask.language());
    }
    return PublicCommands.positioned(status, accepted)
        .body(
            PublicRoomView.of(
                room.roomId(),
                room.settings(),
                room.onlineUsers(),
                room.totalMessages(),
                room.createdAt(),
                room.updatedAt()));
  }
}
