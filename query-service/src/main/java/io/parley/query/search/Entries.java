package io.parley.query.search;

import io.parley.schemas.Person;
import io.parley.schemas.Product;
import io.parley.schemas.event.EventEnvelope;
import io.parley.schemas.event.RoomEvent;
import io.parley.schemas.event.RoomEvent.ConversationArchived;
import io.parley.schemas.event.RoomEvent.ConversationForwarded;
import io.parley.schemas.event.RoomEvent.ConversationReported;
import io.parley.schemas.event.RoomEvent.ConversationStarted;
import io.parley.schemas.event.RoomEvent.ConversationUnarchived;
import io.parley.schemas.event.RoomEvent.MessageDeleted;
import io.parley.schemas.event.RoomEvent.MessageEdited;
import io.parley.schemas.event.RoomEvent.MessageSent;
import io.parley.schemas.event.RoomEvent.MessagesRead;
import io.parley.schemas.event.RoomEvent.ParticipantAttached;
import io.parley.schemas.event.RoomEvent.ReportsClosed;
import java.util.Optional;
import java.util.UUID;
import java.util.function.BiConsumer;

/// What an event adds to or takes from the texts of its room.
final class Entries {
  private final UUID roomId;
  private final BiConsumer<Entry, Optional<String>> out;

  private Entries(UUID roomId, BiConsumer<Entry, Optional<String>> out) {
    this.roomId = roomId;
    this.out = out;
  }

  /// Gives each entry that the event changes its folded text, or none when it is to be removed.
  static void collect(EventEnvelope event, BiConsumer<Entry, Optional<String>> out) {
    new Entries(event.aggregateId(), out).of((RoomEvent) event.data(), event.sequence());
  }

  private void of(RoomEvent event, long sequence) {
    switch (event) {
      case ConversationStarted e -> started(e);
      case MessageSent e -> {
        message(sequence, e.content());
        person(e.sender());
      }
      case MessageEdited e -> message(e.messageSeq(), e.content());
      case MessageDeleted e -> out.accept(Entry.message(roomId, e.messageSeq()), Optional.empty());
      case MessagesRead e -> person(e.reader());
      case ParticipantAttached e -> person(e.participant());
      case ConversationArchived _,
          ConversationUnarchived _,
          ConversationForwarded _,
          ConversationReported _,
          ReportsClosed _ -> {
        // nothing to find
      }
    }
  }

  private void started(ConversationStarted event) {
    person(event.buyer());
    out.accept(Entry.vendor(roomId), folded(event.vendorId().value()));
    Product product = event.product();
    if (product != null) {
      String title = product.title() == null ? "" : product.title();
      out.accept(Entry.product(roomId), folded(title + "\n" + product.id()));
    }
  }

  private void message(long sequence, String content) {
    out.accept(Entry.message(roomId, sequence), folded(content));
  }

  private void person(Person person) {
    out.accept(Entry.person(roomId, person.username()), folded(person.username()));
  }

  private static Optional<String> folded(String text) {
    return Optional.of(Folding.text(text));
  }
}
