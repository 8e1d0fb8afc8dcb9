package io.parley.query.projection;

import io.parley.schemas.LogPosition;
import org.jspecify.annotations.Nullable;

/// A record of the log that no read model may pass over and none can apply: somebody has to look.
public final class UnappliableRecord extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final transient LogPosition position;
  private final String why;

  UnappliableRecord(int partition, long offset, String why, @Nullable Throwable cause) {
    super("the record at %d-%d cannot be applied: %s".formatted(partition, offset, why), cause);
    this.position = new LogPosition(partition, offset);
    this.why = why;
  }

  /// Where it is.
  public LogPosition position() {
    return position;
  }

  /// What is wrong with it.
  public String why() {
    return why;
  }
}
