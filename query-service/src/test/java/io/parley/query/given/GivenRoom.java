package io.parley.query.given;

import io.parley.schemas.ConversationKind;
import io.parley.schemas.Ids;
import io.parley.schemas.MarketplaceId;
import io.parley.schemas.MessageType;
import io.parley.schemas.Person;
import io.parley.schemas.Product;
import io.parley.schemas.Side;
import io.parley.schemas.Unread;
import io.parley.schemas.event.EventEnvelope;
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
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// A room in which things happen one after the other, as the command side would let them.
public final class GivenRoom {
  private final Chain chain;
  private final Person buyer;
  private final Map<Long, Side> messages = new TreeMap<>();
  private final Map<Side, Long> readMarks = new EnumMap<>(Side.class);

  private GivenRoom(UUID roomId, Person buyer) {
    this.chain = Chain.ofRoom(roomId);
    this.buyer = buyer;
  }

  /// A conversation that has just started.
  public static GivenRoom started(Person buyer, String vendor, @Nullable Product product) {
    var productId = product == null ? null : product.id().value();
    var room = new GivenRoom(Ids.room(buyer.key(), vendor, productId), buyer);
    var kind = product == null ? ConversationKind.DIRECT : ConversationKind.PRODUCT;
    room.chain.add(
        new ConversationStarted(room.id(), kind, new MarketplaceId(vendor), product, buyer));
    return room;
  }

  /// A room that is no conversation, but points to another one.
  public static GivenRoom forwarded(UUID roomId, UUID to) {
    var room = new GivenRoom(roomId, Person.guest(roomId));
    room.chain.add(new ConversationForwarded(roomId, to));
    return room;
  }

  public UUID id() {
    return chain.aggregateId();
  }

  public Person buyer() {
    return buyer;
  }

  /// Everything that has happened.
  public List<EventEnvelope> events() {
    return chain.events();
  }

  /// The sequence of the newest event.
  public long seq() {
    return chain.events().size();
  }

  public EventEnvelope last() {
    return chain.events().getLast();
  }

  /// The sequences of the messages.
  public List<Long> messages() {
    return List.copyOf(messages.keySet());
  }

  public GivenRoom says(Person who, String text) {
    long seq = seq() + 1;
    messages.put(seq, who.role().side());
    chain.add(
        new MessageSent(id(), Ids.event(id(), seq), who, text, MessageType.TEXT, null, unread()));
    return this;
  }

  public GivenRoom sendsFile(Person who, String text, String url) {
    long seq = seq() + 1;
    messages.put(seq, who.role().side());
    chain.add(
        new MessageSent(id(), Ids.event(id(), seq), who, text, MessageType.FILE, url, unread()));
    return this;
  }

  public GivenRoom reads(Person who) {
    return reads(who, seq());
  }

  public GivenRoom reads(Person who, long upTo) {
    readMarks.merge(who.role().side(), upTo, Math::max);
    chain.add(new MessagesRead(id(), who, upTo, unread()));
    return this;
  }

  public GivenRoom edits(Person who, long messageSeq, String text) {
    chain.add(new MessageEdited(id(), Ids.event(id(), messageSeq), messageSeq, who, text));
    return this;
  }

  public GivenRoom deletes(Person who, long messageSeq) {
    chain.add(new MessageDeleted(id(), Ids.event(id(), messageSeq), messageSeq, who));
    return this;
  }

  public GivenRoom archives(Person who) {
    chain.add(new ConversationArchived(id(), who));
    return this;
  }

  public GivenRoom unarchives(Person who) {
    chain.add(new ConversationUnarchived(id(), who));
    return this;
  }

  public GivenRoom attaches(UUID guestId, Person account) {
    chain.add(new ParticipantAttached(id(), guestId, account));
    return this;
  }

  public GivenRoom reports(Person who, String reason, @Nullable UUID messageId) {
    chain.add(new ConversationReported(id(), who, reason, messageId));
    return this;
  }

  public GivenRoom closesReports(Person who) {
    chain.add(new ReportsClosed(id(), who));
    return this;
  }

  /// What each side has not read.
  public Unread unread() {
    return new Unread(unreadOf(Side.BUYER), unreadOf(Side.VENDOR));
  }

  private long unreadOf(Side side) {
    long mark = readMarks.getOrDefault(side, 0L);
    return messages.entrySet().stream()
        .filter(message -> message.getKey() > mark && message.getValue() != side)
        .count();
  }
}
