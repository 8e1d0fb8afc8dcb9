package io.parley.schemas.event;

/// An event that this version of Parley does not know. The command side stops at it; a projection
/// skips it, counts it and says so; a socket is shown nothing of it.
public final class UnknownEventType extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final String type;
  private final long sequence;

  UnknownEventType(String type, long sequence) {
    super("unknown event type " + type);
    this.type = type;
    this.sequence = sequence;
  }

  /// The name on the wire.
  public String type() {
    return type;
  }

  /// Its place in its aggregate's history.
  public long sequence() {
    return sequence;
  }
}
