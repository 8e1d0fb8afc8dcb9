package io.parley.delivery.session;

import io.parley.schemas.Person;
import io.parley.schemas.signal.Signal;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;

/// In which rooms one socket's person types, and what of it is worth passing on: changes, and a
/// repeat when the last sign is old enough.
final class TypingSigns {
  private final Signals signals;
  private final Duration repeat;
  private final ConcurrentHashMap<UUID, Sign> typing = new ConcurrentHashMap<>(2);

  private record Sign(Person person, Instant at) {}

  TypingSigns(Signals signals, Duration repeat) {
    this.signals = signals;
    this.repeat = repeat;
  }

  void sign(UUID room, Person person, boolean isTyping, Instant now) {
    if (!isTyping) {
      end(room);
      return;
    }
    var last = typing.get(room);
    if (last == null || !now.isBefore(last.at.plus(repeat))) {
      typing.put(room, new Sign(person, now));
      signals.publish(new Signal.Typing(room, person, true));
    }
  }

  void end(UUID room) {
    var last = typing.remove(room);
    if (last != null) {
      signals.publish(new Signal.Typing(room, last.person, false));
    }
  }

  void endAll() {
    typing.keySet().forEach(this::end);
  }
}
