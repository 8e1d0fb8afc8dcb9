package io.parley.delivery.session;

import io.parley.delivery.frame.Outgoing;
import io.parley.edge.problem.Problem;
import io.parley.schemas.frame.ClientFrame;
import io.parley.schemas.frame.ServerFrame.ErrorFrame;
import io.parley.schemas.reply.Refusal;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// The `error` frames.
final class Errors {
  private Errors() {}

  static Outgoing of(String code, String message) {
    return of(code, message, null, null, null);
  }

  static Outgoing ofRoom(String code, String message, UUID room) {
    return of(code, message, room, null, null);
  }

  static Outgoing of(Problem problem, @Nullable UUID room, @Nullable UUID clientMessageId) {
    return of(problem.code(), problem.detail(), room, clientMessageId, problem.retryAfterSeconds());
  }

  static Outgoing of(Refusal refusal, UUID room, @Nullable UUID clientMessageId) {
    return of(refusal.code(), refusal.explanation(), room, clientMessageId, null);
  }

  /// Names the message, if it was one, so that its sender knows which to send again.
  static Outgoing rateLimited(FrameReader.Read read, int retryAfterSeconds) {
    var message =
        read instanceof FrameReader.Read.Understood(ClientFrame.SendMessage sent) ? sent : null;
    return of(
        "rate_limited",
        "Too many frames.",
        message == null ? null : message.roomId(),
        message == null ? null : message.clientMessageId(),
        retryAfterSeconds);
  }

  static Outgoing of(
      String code,
      String message,
      @Nullable UUID room,
      @Nullable UUID clientMessageId,
      @Nullable Integer retryAfter) {
    return Outgoing.of(new ErrorFrame(code, message, room, clientMessageId, retryAfter));
  }
}
