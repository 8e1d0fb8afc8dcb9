package io.parley.schemas.event;

/// An event that this version of Parley does not know. The command side stops at it; a projection
/// skips it, counts it and says so.
public final class UnknownEventType extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final String type;

  UnknownEventType(String type) {
    super("unknown event type " + type);
    this.type = type;
  }

  /// The name on the wire.
  public String type() {
    return type;
  }
}
