package io.parley.delivery.publicroom;

import io.parley.delivery.frame.Outgoing;
import io.parley.edge.publicchat.Language;
import io.parley.schemas.event.PublicRoomEvent;
import io.parley.schemas.event.PublicRoomEvent.PublicMessageSent;
import java.time.Instant;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;

/// The frames of one event, each written when the first socket needs it and then shared: one for
/// each language, and a message for all of them.
final class EventFrames {
  private final long seq;
  private final Instant time;
  private final PublicRoomEvent event;
  private final Map<Language, Optional<Outgoing>> written = new EnumMap<>(Language.class);

  EventFrames(long seq, Instant time, PublicRoomEvent event) {
    this.seq = seq;
    this.time = time;
    this.event = event;
  }

  long seq() {
    return seq;
  }

  Optional<Outgoing> in(Language language) {
    var spoken = event instanceof PublicMessageSent ? Language.BANGLA : language;
    return written.computeIfAbsent(spoken, l -> Frames.of(seq, time, event, l).map(Outgoing::of));
  }
}
