package io.parley.delivery.session;

/// Why a socket is closed from this side: the code and the reason on the wire.
public enum Closing {
  /// The peer does not answer pings.
  SILENT(1001, "nothing was heard from you"),
  /// A binary frame.
  NOT_TEXT(1003, "frames are text"),
  /// A frame that is too long.
  TOO_BIG(1009, "the frame is too long"),
  /// Something is wrong on our side.
  INTERNAL(1011, "internal error"),
  /// This node stops: connect again.
  RESTART(1012, "this server restarts, connect again"),
  /// No credentials in time, or they do not hold (any more).
  NOT_AUTHENTICATED(4401, "not authenticated"),
  /// The client does not read what it is sent: connect again and catch up with `after_seq`.
  TOO_SLOW(4408, "too slow, connect again and catch up"),
  /// Too many sockets of one person.
  TOO_MANY(4429, "too many connections");

  private final int code;
  private final String reason;

  Closing(int code, String reason) {
    this.code = code;
    this.reason = reason;
  }

  /// The close code of RFC 6455, or one of ours.
  public int code() {
    return code;
  }

  /// The reason, at most 123 bytes.
  public String reason() {
    return reason;
  }
}
