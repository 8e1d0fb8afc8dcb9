package io.parley.command.shard;

import io.parley.schemas.command.DeadLetter;
import io.parley.schemas.command.DeadLetter.Reason;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.exc.InvalidTypeIdException;

/// Why a record of `chat.commands` could not become a decision. Its message says nothing of what
/// is in the record.
final class Undecided extends RuntimeException {
  private static final long serialVersionUID = 1L;
  private static final String OURS = "io.parley.";

  private final Reason reason;

  Undecided(Reason reason, String detail) {
    this(reason, detail, null);
  }

  private Undecided(Reason reason, String detail, @Nullable RuntimeException cause) {
    super(reason.code() + ": " + detail, cause, true, cause == null);
    this.reason = reason;
  }

  /// What was thrown where a command was read or decided.
  static Undecided of(RuntimeException thrown) {
    return switch (thrown) {
      case Undecided known -> known;
      default -> new Undecided(Reason.UNDECIDABLE, place(thrown), thrown);
    };
  }

  /// What Jackson says of a value, without what it quotes of it.
  static Undecided unreadable(JacksonException thrown) {
    var reason = thrown instanceof InvalidTypeIdException ? Reason.UNKNOWN_TYPE : Reason.UNREADABLE;
    var at = thrown.getLocation();
    String where = at == null ? "" : " at byte " + at.getByteOffset();
    return new Undecided(reason, thrown.getClass().getSimpleName() + where);
  }

  private static String place(RuntimeException thrown) {
    for (var frame : thrown.getStackTrace()) {
      if (frame.getClassName().startsWith(OURS)) {
        return "%s at %s.%s:%d"
            .formatted(
                thrown.getClass().getSimpleName(),
                frame.getClassName(),
                frame.getMethodName(),
                frame.getLineNumber());
      }
    }
    return thrown.getClass().getSimpleName();
  }

  Reason reason() {
    return reason;
  }

  /// More about it, bounded.
  String detail() {
    String all = String.valueOf(getMessage()).substring(reason.code().length() + 2);
    return all.substring(0, Math.min(all.length(), DeadLetter.MAX_DETAIL));
  }
}
