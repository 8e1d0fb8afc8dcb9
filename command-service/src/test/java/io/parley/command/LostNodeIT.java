package io.parley.command;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.parley.backends.TestBackends;
import io.parley.schemas.Connection;
import io.parley.schemas.Ids;
import io.parley.schemas.PublicRoomSettings;
import io.parley.schemas.command.Actor;
import io.parley.schemas.command.Command;
import io.parley.schemas.command.CommandEnvelope;
import io.parley.schemas.command.PublicRoomCommand.JoinPublicRoom;
import io.parley.schemas.command.PublicRoomCommand.OpenPublicRoom;
import io.parley.schemas.event.Event;
import io.parley.schemas.event.PublicRoomEvent.ConnectionClosed;
import io.parley.schemas.event.PublicRoomEvent.VisitorLeft;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/// A ws-delivery node dies without a word.
class LostNodeIT {
  private static final UUID ROOM = UUID.fromString("0f6cd967-095e-4915-94b9-b0eb0ed7e944");

  @Test
  void whoeverWasInByALostNodeLeavesAndOthersStay() {
    var dies = UUID.randomUUID();
    var lives = UUID.randomUUID();
    var beating = ConcurrentHashMap.<UUID>newKeySet();
    beating.addAll(Set.of(dies, lives));
    try (var node = Node.start(TestBackends.topicPrefix(), "watch");
        var beats = Executors.newSingleThreadScheduledExecutor()) {
      var log = new EventLog(node.topics());
      var _ =
          beats.scheduleAtFixedRate(
              () -> beating.forEach(log::beat), 0, 3_000, TimeUnit.MILLISECONDS);
      var settings = new PublicRoomSettings("খেলাধুলা", null, true, 100);
      send(log, visitor(0), new OpenPublicRoom(ROOM, settings));
      for (int i = 0; i < 6; i++) {
        send(log, visitor(i), joins(i % 2 == 0 ? dies : lives, i));
      }
      send(log, visitor(0), joins(lives, 6));
      await().until(() -> log.eventsOf(ROOM).size() == 8);

      beating.remove(dies);
      log.noise();
      await().atMost(Duration.ofSeconds(30)).until(() -> gone(log).size() == 3);
      assertThat(gone(log))
          .extracting(event -> event instanceof VisitorLeft left ? left.visitor().id() : "stays")
          .containsExactlyInAnyOrder("stays", visitor(2).visitorId(), visitor(4).visitorId());
      await()
          .during(Duration.ofSeconds(5))
          .atMost(Duration.ofSeconds(10))
          .until(() -> log.eventsOf(ROOM).size() == 11);
      beats.shutdownNow();
    }
  }

  private static Actor.Visitor visitor(int number) {
    return new Actor.Visitor(Ids.visitor("session " + number));
  }

  private static JoinPublicRoom joins(UUID node, int number) {
    var connection = new Connection(node, UUID.randomUUID());
    return new JoinPublicRoom(ROOM, "দর্শক " + number, "red", connection, false);
  }

  private static void send(EventLog log, Actor actor, Command command) {
    var envelope = new CommandEnvelope(UUID.randomUUID(), actor, command);
    log.poison(command.aggregateId(), envelope.toBytes(), Map.of());
  }

  private static List<Event> gone(EventLog log) {
    return log.happenedTo(ROOM).stream()
        .flatMap(
            event ->
                event instanceof VisitorLeft || event instanceof ConnectionClosed
                    ? Stream.of(event)
                    : Stream.empty())
        .toList();
  }
}
