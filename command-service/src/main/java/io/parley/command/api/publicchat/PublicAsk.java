package io.parley.command.api.publicchat;

import io.parley.edge.identity.Identities;
import io.parley.edge.identity.InvalidCredentials;
import io.parley.edge.publicchat.Language;
import io.parley.edge.publicchat.PublicProblem;
import io.parley.edge.publicchat.Text;
import io.parley.edge.publicchat.VisitorLimits;
import io.parley.schemas.Ids;
import io.parley.schemas.command.Actor;
import io.parley.schemas.command.Command;
import io.parley.schemas.command.CommandEnvelope;
import io.parley.schemas.command.Role;
import jakarta.servlet.http.HttpServletRequest;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// Who asks for something in the public chat, under which id: the visitor of a session, an account
/// of the marketplace, both or nobody.
record PublicAsk(
    @Nullable String session,
    Actor.@Nullable Account account,
    UUID commandId,
    Language language,
    String address,
    @Nullable String traceparent) {
  /// The header in which a session may be named, if the body does not name it.
  static final String SESSION_HEADER = "X-Session-Id";

  static final String SESSION_FIELD = "session_id";

  private static final int MAX_SESSION_LENGTH = 255;

  /// From a request and its fields; wrong credentials are a 401.
  static PublicAsk of(HttpServletRequest request, Fields fields, Identities identities) {
    String session = fields.optionalText(SESSION_FIELD, MAX_SESSION_LENGTH);
    return new PublicAsk(
        session == null && !fields.has(SESSION_FIELD) ? inHeader(request) : session,
        account(request, identities),
        idempotencyKey(request, Language.of(request)).orElseGet(UUID::randomUUID),
        Language.of(request),
        request.getRemoteAddr(),
        request.getHeader("traceparent"));
  }

  /// From a request that brings nobody: neither session, nor credentials, nor an id.
  static PublicAsk ofNobody(HttpServletRequest request) {
    return new PublicAsk(
        null,
        null,
        UUID.randomUUID(),
        Language.of(request),
        request.getRemoteAddr(),
        request.getHeader("traceparent"));
  }

  private static @Nullable String inHeader(HttpServletRequest request) {
    String raw = request.getHeader(SESSION_HEADER);
    if (raw == null || raw.isBlank() || raw.length() > 4 * MAX_SESSION_LENGTH) {
      return null;
    }
    // the server reads headers as Latin-1
    return new String(raw.getBytes(StandardCharsets.ISO_8859_1), StandardCharsets.UTF_8).strip();
  }

  private static Actor.@Nullable Account account(
      HttpServletRequest request, Identities identities) {
    try {
      return identities
          .of(request.getHeader("Authorization"), null)
          .flatMap(caller -> caller.account())
          .orElse(null);
    } catch (InvalidCredentials e) {
      throw PublicProblem.detail(401, String.valueOf(e.getMessage()));
    }
  }

  private static Optional<UUID> idempotencyKey(HttpServletRequest request, Language language) {
    String key = request.getHeader("Idempotency-Key");
    if (key == null) {
      return Optional.empty();
    }
    var id = Values.uuid(key);
    if (id == null) {
      throw PublicProblem.detail(400, "Idempotency-Key: " + Text.NOT_A_UUID.in(language));
    }
    return Optional.of(id);
  }

  /// Who opens a room: the session, or else the account, or else somebody who cannot come back.
  Actor opener() {
    if (session != null) {
      return new Actor.Visitor(Ids.visitor(session));
    }
    return account == null ? new Actor.Visitor(Ids.derived(commandId, "nobody")) : account;
  }

  /// Who changes a room: an admin may change any.
  Actor changer() {
    return account != null && account.is(Role.ADMIN) ? account : opener();
  }

  /// What counts against the limits.
  String limited() {
    return session == null ? VisitorLimits.ANYBODY : session;
  }

  CommandEnvelope envelope(Actor actor, Command command) {
    return new CommandEnvelope(commandId, actor, command);
  }

  /// A command of the same request that has an id of its own.
  CommandEnvelope envelope(Actor actor, Command command, String purpose) {
    return new CommandEnvelope(Ids.derived(commandId, purpose), actor, command);
  }
}
