package io.parley.query.oversight;

import io.parley.schemas.Product;
import io.parley.schemas.Side;
import io.parley.schemas.event.EventEnvelope;
import io.parley.schemas.event.PublicRoomEvent.PublicMessageSent;
import io.parley.schemas.event.RoomEvent.ConversationStarted;
import io.parley.schemas.event.RoomEvent.MessageSent;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// What the events of a batch add to the counts. No clock and no database in here.
///
/// A room counts in an hour and in a day with the first thing that is written there in it. Time
/// that goes back, as it may when another broker leads, begins no hour again.
final class ActivityBatch {
  private final Map<UUID, RoomActivity> rooms;

  /// In one order everywhere, so that two instances do not wait for one another in a circle.
  private final Map<PeriodKey, PeriodCount> periods = new TreeMap<>();

  private final Map<BusyKey, BusyCount> busy = new TreeMap<>();
  private final List<FirstAnswer> answers = new ArrayList<>();

  /// An hour or a day.
  record PeriodKey(String kind, Instant start) implements Comparable<PeriodKey> {
    private static final Comparator<PeriodKey> ORDER =
        Comparator.comparing(PeriodKey::kind).thenComparing(PeriodKey::start);

    @Override
    public int compareTo(PeriodKey other) {
      return ORDER.compare(this, other);
    }
  }

  /// What came to be in an hour or a day.
  record PeriodCount(long activeRooms, long messagesPublic) {
    private PeriodCount plus(PeriodCount other) {
      return new PeriodCount(
          activeRooms + other.activeRooms, messagesPublic + other.messagesPublic);
    }
  }

  /// A day of a vendor and a product.
  record BusyKey(Instant day, String vendorId, String productId) implements Comparable<BusyKey> {
    private static final Comparator<BusyKey> ORDER =
        Comparator.comparing(BusyKey::day)
            .thenComparing(BusyKey::vendorId)
            .thenComparing(BusyKey::productId);

    @Override
    public int compareTo(BusyKey other) {
      return ORDER.compare(this, other);
    }
  }

  /// What came to be in such a day.
  record BusyCount(long messages, long conversations) {
    private BusyCount plus(BusyCount other) {
      return new BusyCount(messages + other.messages, conversations + other.conversations);
    }
  }

  /// How long a buyer waited.
  record FirstAnswer(UUID roomId, Instant answeredAt, long milliseconds) {}

  ActivityBatch(Map<UUID, RoomActivity> before) {
    this.rooms = new HashMap<>(before);
  }

  Map<UUID, RoomActivity> rooms() {
    return rooms;
  }

  Map<PeriodKey, PeriodCount> periods() {
    return periods;
  }

  Map<BusyKey, BusyCount> busy() {
    return busy;
  }

  List<FirstAnswer> answers() {
    return answers;
  }

  void apply(EventEnvelope event) {
    var room = rooms.getOrDefault(event.aggregateId(), RoomActivity.of(event.aggregateId()));
    var after =
        switch (event.data()) {
          case ConversationStarted e -> started(room, e, event.time());
          case MessageSent e -> sent(written(room, event.time(), 0), e, event.time());
          case PublicMessageSent _ -> written(room, event.time(), 1);
          default -> null;
        };
    if (after != null) {
      rooms.put(event.aggregateId(), after);
    }
  }

  private RoomActivity started(RoomActivity room, ConversationStarted event, Instant at) {
    var about = room.about(event.vendorId().value(), idOf(event.product()));
    count(about, at, new BusyCount(0, 1));
    return about;
  }

  private static String idOf(@Nullable Product product) {
    return product == null ? "" : product.id().value();
  }

  private RoomActivity sent(RoomActivity room, MessageSent event, Instant at) {
    count(room, at, new BusyCount(1, 0));
    var side = event.sender().role().side();
    if (side == Side.BUYER && room.askedAt() == null) {
      return room.asked(at);
    }
    if (side == Side.VENDOR && room.askedAt() != null && !room.answered()) {
      long waited = Math.max(0, Duration.between(room.askedAt(), at).toMillis());
      answers.add(new FirstAnswer(room.roomId(), at, waited));
      return room.hasAnswer();
    }
    return room;
  }

  private void count(RoomActivity room, Instant at, BusyCount count) {
    if (room.vendorId() != null) {
      var key = new BusyKey(at.truncatedTo(ChronoUnit.DAYS), room.vendorId(), room.productId());
      busy.merge(key, count, BusyCount::plus);
    }
  }

  private RoomActivity written(RoomActivity room, Instant at, long publicMessages) {
    var hour = at.truncatedTo(ChronoUnit.HOURS);
    var day = at.truncatedTo(ChronoUnit.DAYS);
    count("hour", hour, isNew(room.hour(), hour), publicMessages);
    count("day", day, isNew(room.day(), day), publicMessages);
    return room.writtenIn(later(room.hour(), hour), later(room.day(), day));
  }

  private void count(String kind, Instant start, boolean isNew, long publicMessages) {
    if (isNew || publicMessages > 0) {
      periods.merge(
          new PeriodKey(kind, start),
          new PeriodCount(isNew ? 1 : 0, publicMessages),
          PeriodCount::plus);
    }
  }

  private static boolean isNew(@Nullable Instant last, Instant now) {
    return last == null || now.isAfter(last);
  }

  private static Instant later(@Nullable Instant last, Instant now) {
    return last == null || now.isAfter(last) ? now : last;
  }
}
