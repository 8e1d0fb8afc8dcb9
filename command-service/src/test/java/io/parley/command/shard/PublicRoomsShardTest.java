package io.parley.command.shard;

import static io.parley.command.Story.NINE;
import static io.parley.command.shard.PublicTurn.NODE;
import static io.parley.command.shard.PublicTurn.PLACES;
import static io.parley.command.shard.PublicTurn.ROOM;
import static org.assertj.core.api.Assertions.assertThat;

import io.parley.command.publicroom.Presence;
import io.parley.schemas.Connection;
import io.parley.schemas.Ids;
import io.parley.schemas.Visitor;
import io.parley.schemas.command.Command;
import io.parley.schemas.command.CommandEnvelope;
import io.parley.schemas.command.GuestCommand.OpenGuestSession;
import io.parley.schemas.command.PublicRoomCommand.JoinPublicRoom;
import io.parley.schemas.event.Aggregate;
import io.parley.schemas.event.Event;
import io.parley.schemas.event.PublicRoomEvent.ConnectionClosed;
import io.parley.schemas.event.PublicRoomEvent.PublicRoomDeleted;
import io.parley.schemas.event.PublicRoomEvent.VisitorChanged;
import io.parley.schemas.event.PublicRoomEvent.VisitorJoined;
import io.parley.schemas.event.PublicRoomEvent.VisitorLeft;
import io.parley.schemas.reply.Outcome;
import io.parley.schemas.reply.Refusal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import org.jspecify.annotations.Nullable;

/// Public rooms and visitors in a shard, told by nothing but the events that it writes.
class PublicRoomsShardTest {
  /// One command of a random history.
  record Visit(int what, int who, int socket, int about) {
    CommandEnvelope envelope(int place) {
      return new CommandEnvelope(
          new UUID(0x8077, place),
          PublicTurn.visitor(who),
          PublicTurn.command(what, who, socket, about));
    }
  }

  @Provide
  Arbitrary<List<Visit>> visits() {
    return Combinators.combine(
            Arbitraries.integers().between(0, PublicTurn.WHATS - 1),
            Arbitraries.integers().between(0, 3),
            Arbitraries.integers().between(0, 2),
            Arbitraries.integers().between(0, 5))
        .as(Visit::new)
        .list()
        .ofMaxSize(80);
  }

  /// What a reader of the room's events makes of them, in the plainest way.
  private static final class Reader {
    final Map<UUID, Visitor> names = new HashMap<>();
    final Set<Presence> connections = new java.util.HashSet<>();

    void read(Event event) {
      switch (event) {
        case VisitorJoined joined -> {
          names.put(joined.visitor().id(), joined.visitor());
          assertThat(connections.add(in(joined.visitor().id(), joined.connection()))).isTrue();
        }
        case VisitorChanged changed ->
            assertThat(names.put(changed.visitor().id(), changed.visitor())).isNotNull();
        case VisitorLeft left -> {
          assertThat(names.remove(left.visitor().id())).isEqualTo(left.visitor());
          assertThat(connections.remove(in(left.visitor().id(), left.connection()))).isTrue();
        }
        case ConnectionClosed closed ->
            assertThat(connections.remove(in(closed.visitorId(), closed.connection()))).isTrue();
        case PublicRoomDeleted _ -> {
          names.clear();
          connections.clear();
        }
        default -> {}
      }
      assertThat(names).hasSizeLessThanOrEqualTo(PLACES);
      assertThat(names.keySet())
          .isEqualTo(connections.stream().map(Presence::visitorId).collect(Collectors.toSet()));
    }

    private static Presence in(UUID visitorId, Connection connection) {
      return new Presence(ROOM, visitorId, connection);
    }
  }

  /// The shard is thrown away and read from the log again after every `life` commands.
  @Property(tries = 300)
  void whoIsInIsWhatTheEventsSayAndNeverMoreThanThereArePlaces(
      @ForAll("visits") List<Visit> visits, @ForAll @IntRange(min = 1, max = 20) int life) {
    var log = new ArrayList<Step.Appended>();
    var reader = new Reader();
    var lived = Shards.inHeap();
    var shard = Shards.inHeap();
    for (int i = 0; i < visits.size(); i++) {
      if (i % life == 0) {
        shard = replayed(log);
      }
      var command = visits.get(i).envelope(i);
      var step = shard.handle(i, NINE.plusSeconds(i), command);
      assertThat(Written.told(lived.handle(i, NINE.plusSeconds(i), command)))
          .isEqualTo(Written.told(step));
      if (step instanceof Step.Appended appended) {
        log.add(appended);
        reader.read(appended.event().data());
        assertThat(appended.audience()).isEmpty();
        assertMembers(appended.outcome(), reader);
      }
    }
    assertThat(replayed(log)).usingRecursiveComparison().isEqualTo(lived);
    assertThat(lived.lostConnections(_ -> true, 1_000))
        .containsExactlyInAnyOrderElementsOf(reader.connections);
  }

  private static void assertMembers(@Nullable Outcome outcome, Reader reader) {
    if (outcome instanceof Outcome.Joined joined && joined.members() != null) {
      assertThat(joined.members())
          .extracting(member -> member.visitor())
          .containsExactlyInAnyOrderElementsOf(reader.names.values());
    }
  }

  private static Shard replayed(List<Step.Appended> log) {
    var shard = Shards.inHeap();
    log.forEach(step -> shard.replay(step.event(), step.value()));
    return shard;
  }

  private final Shard shard = Shards.inHeap();
  private long offset;

  private Step ask(int who, Command command) {
    var id = new UUID(0x8000, offset);
    return shard.handle(offset++, NINE, new CommandEnvelope(id, PublicTurn.visitor(who), command));
  }

  private void asks(int what, int who, int socket) {
    assertThat(ask(who, PublicTurn.command(what, who, socket, 1)))
        .isInstanceOf(Step.Appended.class);
  }

  @Example
  void connectionsOfLostNodesAreFoundAndNoOthers() {
    asks(0, 0, 0);
    asks(2, 0, 0);
    asks(2, 0, 1);
    asks(2, 1, 2);

    assertThat(shard.lostConnections(NODE::equals, 10))
        .extracting(presence -> presence.connection().connectionId())
        .containsExactly(new UUID(0, 0), new UUID(1, 2));
    assertThat(shard.lostConnections(NODE::equals, 1)).hasSize(1);
    assertThat(shard.lostConnections(_ -> false, 10)).isEmpty();
    asks(10, 0, 0);
    assertThat(shard.lostConnections(_ -> true, 10)).isEmpty();
  }

  @Example
  void eventsSayWhatTheyHappenedTo() {
    var step = (Step.Appended) ask(0, PublicTurn.command(0, 0, 0, 0));
    assertThat(step.event().aggregate()).isEqualTo(Aggregate.PUBLIC_ROOM);
    assertThat(step.event().type()).isEqualTo("parley.public_room.public_room_opened.v1");
    var introduced = (Step.Appended) ask(0, PublicTurn.command(11, 0, 0, 0));
    assertThat(introduced.event().aggregate()).isEqualTo(Aggregate.VISITOR);
    assertThat(introduced.event().type()).isEqualTo("parley.visitor.visitor_introduced.v1");
  }

  @Example
  void whoAsksAgainHearsTheSameAgain() {
    asks(0, 0, 0);
    var join =
        new CommandEnvelope(
            UUID.randomUUID(), PublicTurn.visitor(0), PublicTurn.command(2, 0, 0, 2));
    var first = (Step.Appended) shard.handle(offset++, NINE, join);

    assertThat(shard.handle(offset++, NINE, join))
        .isEqualTo(new Step.Answered(Objects.requireNonNull(first.outcome()), true));
  }

  @Example
  void aVisitorIsNoRoomAndARoomNoVisitor() {
    asks(11, 0, 0);
    var id = Ids.visitor("session 0");
    var connection = PublicTurn.connection(0, 0);

    assertThat(ask(0, new JoinPublicRoom(id, "x", "red", connection, false)))
        .isEqualTo(new Step.Refused(Refusal.ROOM_NOT_FOUND));
    assertThat(ask(0, new OpenGuestSession(id, "")))
        .isEqualTo(new Step.Refused(Refusal.GUEST_SESSION_NOT_FOUND));
  }
}
