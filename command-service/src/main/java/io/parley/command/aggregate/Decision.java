package io.parley.command.aggregate;

import io.parley.schemas.event.Event;
import io.parley.schemas.reply.Refusal;

/// What an aggregate says to a command.
public sealed interface Decision {
  /// This happens.
  record Happens(Event event) implements Decision {}

  /// It is so already: accepted, and nothing happens.
  record IsSo() implements Decision {}

  /// It does not happen.
  record Refused(Refusal reason) implements Decision {}

  /// This happens.
  static Decision happens(Event event) {
    return new Happens(event);
  }

  /// It is so already.
  static Decision isSo() {
    return new IsSo();
  }

  /// It does not happen, because.
  static Decision refused(Refusal reason) {
    return new Refused(reason);
  }
}
