package io.parley.delivery.session;

import static org.assertj.core.api.Assertions.assertThat;

import io.parley.edge.EdgeProperties;
import io.parley.edge.identity.Caller;
import io.parley.edge.identity.Identities;
import io.parley.schemas.MarketplaceId;
import io.parley.schemas.Side;
import io.parley.schemas.command.Actor;
import io.parley.schemas.command.Role;
import io.parley.schemas.signal.Signal;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class ChatSessionTest {
  private static final Instant START = Instant.parse("2026-11-22T10:15:30Z");
  private static final String ROOM = RoomOfEvents.ROOM.toString();

  private Instant now = START;
  private final People people = new People();
  private final Subscriptions subscriptions = new Subscriptions();
  private final RoomOfEvents room = new RoomOfEvents(subscriptions);
  private final List<Signal> signals = new ArrayList<>();
  private final RecordingOutlet client = new RecordingOutlet();
  private final ChatSession session = open(client);

  private ChatSession open(RecordingOutlet outlet) {
    var properties = Bounds.with(Map.of("sockets.per-person", 2, "sockets.frame-burst", 5));
    var identities =
        Identities.of(
            new EdgeProperties.Jwt("a key of the marketplace's tokens", null, Duration.ZERO));
    var services =
        new SessionServices(
            properties,
            people,
            subscriptions,
            new Authentication(new Admission(identities, room, room, properties)),
            new RoomJoin(room, room, properties),
            new Sending(_ -> new CompletableFuture<>()),
            signals::add);
    var opened = new ChatSession(outlet, services, () -> now);
    people.arrive(opened);
    return opened;
  }

  private static Caller buyer(@Nullable Instant expiresAt) {
    var account = new Actor.Account(new MarketplaceId("42"), "سارا", Set.of(Role.BUYER), null);
    return new Caller(account, null, "token", expiresAt);
  }

  private static Caller vendor() {
    var account =
        new Actor.Account(
            new MarketplaceId("7"), "علی", Set.of(Role.VENDOR), new MarketplaceId("1"));
    return new Caller(account, null, "token", null);
  }

  private void whenSaid(String text) {
    session.text(text.replace('\'', '"'));
  }

  private void after(Duration time) {
    now = now.plus(time);
    session.tick(now);
  }

  @Test
  void whoIsKnownIsGreeted() {
    session.admit(buyer(null));
    var greeting = client.frames().getFirst();
    assertThat(greeting.get("type").stringValue()).isEqualTo("connection_established");
    assertThat(greeting.get("user").stringValue()).isEqualTo("سارا");
    assertThat(greeting.get("user_id").intValue()).isEqualTo(42);
    assertThat(greeting.has("guest_session")).isFalse();
  }

  @Test
  void whoIsNotKnownMaySayNothingElse() {
    whenSaid("{'type':'ping'}");
    whenSaid("{'type':'dance'}");
    assertThat(client.take()).containsExactly("error not_authenticated", "error unknown_type");
  }

  @Test
  void aGuestMaySayWhoItIs() {
    var guest = UUID.randomUUID();
    whenSaid("{'type':'authenticate','guest_session':'" + guest + "'}");
    var greeting = client.frames().getFirst();
    assertThat(greeting.get("guest_session").stringValue()).isEqualTo(guest.toString());
    whenSaid("{'type':'authenticate','guest_session':'" + UUID.randomUUID() + "'}");
    assertThat(client.take())
        .containsExactly("connection_established", "error already_authenticated");
  }

  @Test
  void whoBringsABadTokenIsClosed() {
    whenSaid("{'type':'authenticate','token':'nonsense'}");
    assertThat(client.take()).containsExactly("error credentials_invalid");
    assertThat(client.closed()).isEqualTo(Closing.NOT_AUTHENTICATED);
  }

  @Test
  void whoDoesNotSayWhoItIsInTimeIsClosed() {
    after(Duration.ofMillis(9_999));
    assertThat(client.closed()).isNull();
    after(Duration.ofMillis(1));
    assertThat(client.closed()).isEqualTo(Closing.NOT_AUTHENTICATED);
  }

  @Test
  void aTokenThatEndsClosesTheSocket() {
    session.admit(buyer(START.plusSeconds(20)));
    after(Duration.ofSeconds(19));
    assertThat(client.closed()).isNull();
    after(Duration.ofSeconds(1));
    assertThat(client.closed()).isEqualTo(Closing.NOT_AUTHENTICATED);
  }

  @Test
  void whoIsSilentIsPingedAndThenGone() {
    session.admit(buyer(null));
    after(Duration.ofSeconds(15));
    after(Duration.ofSeconds(14));
    assertThat(client.pings()).isEqualTo(1);
    after(Duration.ofSeconds(1));
    assertThat(client.pings()).isEqualTo(2);
    session.heard();
    after(Duration.ofSeconds(39));
    assertThat(client.closed()).isNull();
    after(Duration.ofSeconds(1));
    assertThat(client.closed()).isEqualTo(Closing.SILENT);
  }

  @Test
  void whoSaysTooMuchIsTold() {
    session.admit(buyer(null));
    client.take();
    for (int i = 0; i < 6; i++) {
      whenSaid("{'type':'ping'}");
    }
    assertThat(client.take())
        .containsExactly("pong", "pong", "pong", "pong", "pong", "error rate_limited");
  }

  @Test
  void aPersonHasABoundedNumberOfSockets() {
    open(new RecordingOutlet()).admit(buyer(null));
    var second = open(new RecordingOutlet());
    second.admit(buyer(null));
    session.admit(buyer(null));
    assertThat(client.take()).containsExactly("error too_many_connections");
    assertThat(client.closed()).isEqualTo(Closing.TOO_MANY);
    second.closed();
    var third = new RecordingOutlet();
    open(third).admit(buyer(null));
    assertThat(third.closed()).isNull();
  }

  @Test
  void aVendorIsKnownByItsAccountAndItsVendor() {
    session.admit(vendor());
    assertThat(people.of("account:7")).containsExactly(session);
    assertThat(people.of("vendor:1")).containsExactly(session);
    assertThat(session.sideAmong(List.of("vendor:1", "account:42"))).isEqualTo(Side.VENDOR);
    assertThat(session.sideAmong(List.of("vendor:2", "account:7"))).isEqualTo(Side.BUYER);
    session.closed();
    assertThat(people.of("account:7")).isEmpty();
    assertThat(people.of("vendor:1")).isEmpty();
    assertThat(people.all()).isEmpty();
  }

  @Test
  void typingNeedsAJoinAndEndsWithTheSocket() {
    session.admit(buyer(null));
    var sign = "{'type':'typing','room_id':'" + ROOM + "','is_typing':true}";
    whenSaid(sign);
    assertThat(client.take()).containsExactly("connection_established", "error not_joined");
    whenSaid("{'type':'join_room','room_id':'" + ROOM + "'}");
    whenSaid(sign);
    assertThat(signals).hasSize(1);
    session.closed();
    assertThat(signals).hasSize(2);
    assertThat(subscriptions.rooms()).isZero();
  }

  @Test
  void typingEndsWithLeavingAndWithSending() {
    session.admit(buyer(null));
    whenSaid("{'type':'join_room','room_id':'" + ROOM + "'}");
    whenSaid("{'type':'typing','room_id':'" + ROOM + "','is_typing':true}");
    whenSaid("{'type':'send_message','room_id':'" + ROOM + "','content':'x'}");
    assertThat(signals).hasSize(2);
    whenSaid("{'type':'typing','room_id':'" + ROOM + "','is_typing':true}");
    whenSaid("{'type':'leave_room','room_id':'" + ROOM + "'}");
    assertThat(signals).hasSize(4);
  }
}
