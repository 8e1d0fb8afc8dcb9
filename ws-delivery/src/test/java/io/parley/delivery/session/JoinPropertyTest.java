package io.parley.delivery.session;

import static io.parley.delivery.session.RoomOfEvents.ROOM;
import static org.assertj.core.api.Assertions.assertThat;

import io.parley.edge.identity.Caller;
import io.parley.schemas.command.Actor;
import io.parley.schemas.frame.ClientFrame.JoinRoom;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicBoolean;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;

/// Whatever comes between a join and the history it asks for (live events, repeats, a history that
/// is ahead, reconnects), the client sees each event once and in order, or is told to reload.
class JoinPropertyTest {
  private static final Me ME =
      Me.of(new Caller(new Actor.Guest(new UUID(1, 1)), new UUID(2, 2), null, null));

  /// A room, a client that counts, and chance.
  private static final class Story {
    final Subscriptions subscriptions = new Subscriptions();
    final RoomOfEvents room = new RoomOfEvents(subscriptions);
    final CountingClient client = new CountingClient();
    final Random chance;
    private Runnable meanwhile;
    final RoomJoin join;
    RecordingOutlet outlet = new RecordingOutlet();
    JoinedRooms rooms = new JoinedRooms(subscriptions);

    Story(long seed, int heldAtMost) {
      this.chance = new Random(seed);
      this.join =
          new RoomJoin(
              room,
              room,
              Bounds.with(
                  Map.of(
                      "rooms.missed-at-most", 12,
                      "rooms.held-at-most", heldAtMost,
                      "rooms.page-size", 3)));
      this.meanwhile = this::liveEvents;
      room.meanwhile(meanwhile);
    }

    /// Nothing happens but what another thread does.
    void quietly() {
      meanwhile = () -> {};
      room.meanwhile(meanwhile);
    }

    void step() {
      switch (chance.nextInt(6)) {
        case 0 -> catchUp();
        case 1 -> joinAgain();
        case 2 -> reconnect();
        case 3 -> room.archiveAheadBy(chance.nextInt(4));
        default -> liveEvents();
      }
    }

    private void liveEvents() {
      for (int i = chance.nextInt(5); i > 0; i--) {
        switch (chance.nextInt(4)) {
          case 0 -> room.write(1 + chance.nextInt(3));
          case 1 -> repeat();
          default -> room.pass();
        }
      }
    }

    private void repeat() {
      if (room.hasPassed() > 0) {
        room.show(1 + chance.nextLong(room.hasPassed()));
      }
    }

    private void joinAgain() {
      if (rooms.of(ROOM).isPresent()) {
        join.join(ME, outlet, rooms, new JoinRoom(ROOM, null));
      }
    }

    private void reconnect() {
      rooms.leaveAll();
      client.take(outlet);
      outlet = new RecordingOutlet();
      rooms = new JoinedRooms(subscriptions);
      meanwhile.run();
      catchUp();
    }

    private void catchUp() {
      client.take(outlet);
      join.join(ME, outlet, rooms, new JoinRoom(ROOM, client.last()));
    }

    void end() {
      catchUp();
      while (room.hasPassed() < room.written()) {
        room.pass();
      }
      client.take(outlet);
    }
  }

  @Property(tries = 500)
  void everyEventIsSeenOnceAndInOrder(
      @ForAll long seed, @ForAll @IntRange(min = 1, max = 80) int steps) {
    var story = new Story(seed, 400);
    for (int i = 0; i < steps; i++) {
      story.step();
    }
    story.end();
    assertThat(story.client.last()).isEqualTo(story.room.written());
  }

  @Property(tries = 300)
  void alsoWhenLittleCanBeHeld(@ForAll long seed, @ForAll @IntRange(min = 1, max = 80) int steps) {
    var story = new Story(seed, 2);
    for (int i = 0; i < steps; i++) {
      story.step();
    }
    story.end();
    assertThat(story.client.last()).isEqualTo(story.room.written());
  }

  @Property(tries = 3)
  void alsoWhenTheTailRunsOnItsOwnThread(@ForAll long seed) throws InterruptedException {
    var story = new Story(seed, 400);
    var over = new AtomicBoolean();
    story.quietly();
    var tail =
        Thread.ofPlatform()
            .start(
                () -> {
                  for (int i = 0; i < 5_000; i++) {
                    story.room.write(1);
                    story.room.pass();
                  }
                  over.set(true);
                });
    while (!over.get()) {
      story.joinAgain();
      story.reconnect();
    }
    tail.join();
    story.end();
    assertThat(story.client.last()).isEqualTo(5_000);
  }
}
