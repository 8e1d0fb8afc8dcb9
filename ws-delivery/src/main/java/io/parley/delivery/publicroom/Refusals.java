package io.parley.delivery.publicroom;

import io.parley.delivery.frame.Outgoing;
import io.parley.edge.problem.Problem;
import io.parley.edge.publicchat.Language;
import io.parley.edge.publicchat.PublicChatProperties;
import io.parley.edge.publicchat.Text;
import io.parley.schemas.reply.Refusal;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutionException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// The `error` frames for what the command side did not do.
final class Refusals {
  private static final Logger log = LoggerFactory.getLogger(Refusals.class);
  private static final int TRY_AGAIN_SECONDS = 1;

  private Refusals() {}

  static Outgoing frame(Refusal refusal, Language language, PublicChatProperties bounds) {
    String message =
        switch (refusal) {
          case ROOM_NOT_FOUND -> Text.ROOM_NOT_FOUND.in(language);
          case ROOM_FULL -> Text.ROOM_FULL.in(language);
          case TOO_MANY_CONNECTIONS -> Text.TOO_MANY_CONNECTIONS.in(language);
          case CONTENT_TOO_LONG -> Text.MESSAGE_TOO_LONG.in(language, bounds.maxMessageLength());
          case CONTENT_INVALID -> Text.TEXT_INVALID.in(language);
          default -> Text.UNAVAILABLE.in(language);
        };
    return Frames.error(refusal.code(), message, null);
  }

  static Outgoing rateLimited(Language language, int seconds) {
    return Frames.error("rate_limited", Text.THROTTLED.in(language, seconds), seconds);
  }

  static Outgoing unavailable(Language language) {
    return Frames.error("unavailable", Text.UNAVAILABLE.in(language), TRY_AGAIN_SECONDS);
  }

  /// What went wrong on our side; said in the log unless it is a plain [Problem].
  static Outgoing failure(Throwable failure, Language language) {
    var cause =
        failure instanceof CompletionException || failure instanceof ExecutionException
            ? failure.getCause()
            : failure;
    if (cause instanceof Problem problem) {
      return Frames.error(
          problem.code(), Text.UNAVAILABLE.in(language), problem.retryAfterSeconds());
    }
    log.error("A visitor's command was not sent", failure);
    return unavailable(language);
  }
}
