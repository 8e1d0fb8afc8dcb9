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
  /// Kafka or the room's shard does not answer: connect again later.
  UNAVAILABLE(1013, "try again later"),
  /// The public room takes no more visitors.
  ROOM_FULL(4001, "the room is full"),
  /// One visitor has too many sockets in one room, or on this node.
  TOO_MANY_CONNECTIONS(4008, "too many connections of one visitor"),
  /// What the address of the socket says cannot be: its `error` frame says why.
  BAD_REQUEST(4400, "bad request"),
  /// There is no such public room, and it cannot be opened.
  ROOM_NOT_FOUND(4404, "no such room"),
  /// No credentials in time, or they do not hold (any more).
  NOT_AUTHENTICATED(4401, "not authenticated"),
  /// The client does not read what it is sent: connect again and catch up with `after_seq`.
  TOO_SLOW(4408, "too slow, connect again and catch up"),
  /// Too many sockets of one person.
  TOO_MANY(4429, "too many connections"),
  /// Too many joins: its `error` frame says when to try again.
  RATE_LIMITED(4429, "too often, try again later");

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
