package io.parley.command.api;

import io.parley.edge.identity.Caller;
import io.parley.edge.identity.Identities;
import io.parley.edge.identity.InvalidCredentials;
import io.parley.edge.problem.Problem;
import io.parley.schemas.command.Command;
import io.parley.schemas.command.CommandEnvelope;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// What a request for a command says besides its body: who asks, under which id, in which trace.
record Ask(Caller caller, UUID commandId, @Nullable String traceparent) {
  private static final Pattern UUID_FORM =
      Pattern.compile("[0-9a-fA-F]{8}(-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}");

  /// From a request. The account of `Authorization` wins over the guest of `X-Guest-Session`, that
  /// over the guest that the body names; nobody at all is a 401. Without an `Idempotency-Key` the
  /// command gets a random id.
  static Ask of(Identities identities, HttpServletRequest request, @Nullable UUID bodySession) {
    return new Ask(
        caller(identities, request, bodySession),
        idempotencyKey(request).orElseGet(UUID::randomUUID),
        request.getHeader("traceparent"));
  }

  private static Caller caller(
      Identities identities, HttpServletRequest request, @Nullable UUID bodySession) {
    try {
      return identities
          .ofRequest(request)
          .or(() -> Optional.ofNullable(bodySession).map(identities::ofGuest))
          .orElseThrow(
              () ->
                  Problem.unauthorized(
                      "not_authenticated",
                      "Send 'Authorization: Bearer <token>' or 'X-Guest-Session'."));
    } catch (InvalidCredentials e) {
      throw Problem.unauthorized("credentials_invalid", String.valueOf(e.getMessage()));
    }
  }

  /// The client's own id for this command.
  static Optional<UUID> idempotencyKey(HttpServletRequest request) {
    return Optional.ofNullable(request.getHeader("Idempotency-Key"))
        .map(
            text ->
                uuid(text)
                    .orElseThrow(
                        () ->
                            Problem.badRequest(
                                "idempotency_key_invalid", "Idempotency-Key is a UUID.")));
  }

  /// A UUID in its usual form, or empty.
  static Optional<UUID> uuid(String text) {
    return UUID_FORM.matcher(text).matches()
        ? Optional.of(UUID.fromString(text))
        : Optional.empty();
  }

  /// The same ask under another id.
  Ask as(UUID otherId) {
    return new Ask(caller, otherId, traceparent);
  }

  CommandEnvelope envelope(Command command) {
    return new CommandEnvelope(commandId, caller.actor(), command);
  }
}
