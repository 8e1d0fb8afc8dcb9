package io.parley.delivery.fanout;

import io.parley.delivery.DeliveryProperties;
import io.parley.delivery.frame.Outgoing;
import io.parley.delivery.session.Subscriptions;
import io.parley.schemas.Person;
import io.parley.schemas.frame.ServerFrame;
import io.parley.schemas.signal.Signal;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Iterator;
import java.util.Map;
import java.util.UUID;
import org.springframework.stereotype.Component;

/// Who types in the rooms that are seen here. Somebody who gives no further sign stops by itself.
@Component
public final class TypingBoard {
  private record Typist(UUID room, String person) {}

  private record Sign(Person person, Instant until) {}

  private final Subscriptions subscriptions;
  private final Duration endsAfter;
  private final Map<Typist, Sign> typing = new HashMap<>();

  TypingBoard(Subscriptions subscriptions, DeliveryProperties properties) {
    this.subscriptions = subscriptions;
    this.endsAfter = properties.typingEndsAfter();
  }

  /// Somebody has given a sign: shows it to the others in the room.
  synchronized void sign(Signal.Typing sign, Instant now) {
    var typist = new Typist(sign.roomId(), sign.person().key());
    if (sign.isTyping()) {
      typing.put(typist, new Sign(sign.person(), now.plus(endsAfter)));
      show(sign.roomId(), sign.person(), true);
    } else if (typing.remove(typist) != null) {
      show(sign.roomId(), sign.person(), false);
    }
  }

  /// Somebody has sent what was being typed.
  synchronized void stop(UUID room, String person) {
    var sign = typing.remove(new Typist(room, person));
    if (sign != null) {
      show(room, sign.person, false);
    }
  }

  /// Ends what had no further sign in time.
  public synchronized void tick(Instant now) {
    for (Iterator<Map.Entry<Typist, Sign>> all = typing.entrySet().iterator(); all.hasNext(); ) {
      var entry = all.next();
      if (!now.isBefore(entry.getValue().until)) {
        all.remove();
        show(entry.getKey().room, entry.getValue().person, false);
      }
    }
  }

  private void show(UUID room, Person person, boolean isTyping) {
    var frame =
        Outgoing.of(
            new ServerFrame.Typing(
                room,
                person.accountId(),
                person.username(),
                person.isGuest(),
                person.guestId(),
                person.role(),
                isTyping));
    for (var subscription : subscriptions.of(room)) {
      if (!subscription.person().equals(person.key())) {
        subscription.show(frame);
      }
    }
  }
}
