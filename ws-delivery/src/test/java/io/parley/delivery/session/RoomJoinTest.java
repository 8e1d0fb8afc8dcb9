package io.parley.delivery.session;

import static io.parley.delivery.session.RoomOfEvents.ROOM;
import static org.assertj.core.api.Assertions.assertThat;

import io.parley.edge.identity.Caller;
import io.parley.edge.problem.Problem;
import io.parley.schemas.command.Actor;
import io.parley.schemas.frame.ClientFrame.JoinRoom;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class RoomJoinTest {
  private final Subscriptions subscriptions = new Subscriptions();
  private final RoomOfEvents room = new RoomOfEvents(subscriptions);
  private final RecordingOutlet client = new RecordingOutlet();
  private final JoinedRooms rooms = new JoinedRooms(subscriptions);
  private final RoomJoin join =
      new RoomJoin(
          room,
          room,
          Bounds.with(
              Map.of(
                  "rooms.per-socket", 2,
                  "rooms.missed-at-most", 6,
                  "rooms.held-at-most", 3,
                  "rooms.page-size", 2)));

  private void givenEvents(int events) {
    room.write(events);
    whenPassed(events);
  }

  private void whenPassed(int events) {
    for (int i = 0; i < events; i++) {
      room.pass();
    }
  }

  private void whenJoined(@Nullable Long afterSeq) {
    join(ROOM, afterSeq);
  }

  private void join(UUID id, @Nullable Long afterSeq) {
    var me = Me.of(new Caller(new Actor.Guest(new UUID(1, 1)), new UUID(2, 2), null, null));
    join.join(me, client, rooms, new JoinRoom(id, afterSeq));
  }

  @Test
  void whoJoinsSeesWhatIsLive() {
    givenEvents(3);
    whenJoined(null);
    givenEvents(2);
    assertThat(client.take()).containsExactly("joined 3", "message 4", "message 5");
  }

  @Test
  void whoComesBackGetsWhatItMissedFirst() {
    givenEvents(7);
    whenJoined(2L);
    givenEvents(1);
    assertThat(client.take())
        .containsExactly(
            "joined 7",
            "message 3",
            "message 4",
            "message 5",
            "message 6",
            "message 7",
            "message 8");
  }

  @Test
  void whatIsLiveWaitsForTheHistory() {
    givenEvents(3);
    room.meanwhile(() -> givenEvents(1));
    whenJoined(1L);
    assertThat(client.take()).containsExactly("joined 3", "message 2", "message 3", "message 4");
  }

  @Test
  void theHistoryMayBeAheadOfTheTail() {
    givenEvents(2);
    room.write(2);
    room.archiveAheadBy(2);
    whenJoined(1L);
    whenPassed(2);
    givenEvents(1);
    assertThat(client.take())
        .containsExactly("joined 4", "message 2", "message 3", "message 4", "message 5");
  }

  @Test
  void whoMissedTooMuchIsToldToReload() {
    givenEvents(9);
    whenJoined(2L);
    givenEvents(1);
    assertThat(client.take()).containsExactly("joined 9", "resync 9", "message 10");
  }

  @Test
  void whoSaysThatItKnowsMoreThanThereIsIsToldToReload() {
    givenEvents(2);
    whenJoined(5L);
    givenEvents(1);
    assertThat(client.take()).containsExactly("joined 2", "resync 2", "message 3");
  }

  @Test
  void whoKnowsMoreThanThisNodeIsBelieved() {
    givenEvents(2);
    room.write(2);
    whenJoined(3L);
    whenPassed(2);
    assertThat(client.take()).containsExactly("joined 4", "message 4");
  }

  @Test
  void aRoomThatHasJustBeenOpenedIsAskedForAgain() {
    room.write(1);
    room.refuseOnce(1);
    whenJoined(null);
    assertThat(client.take()).containsExactly("joined 1");
  }

  @Test
  void moreThanCanBeHeldEndsInAReload() {
    givenEvents(2);
    room.meanwhile(() -> givenEvents(4));
    whenJoined(2L);
    givenEvents(1);
    assertThat(client.take()).containsExactly("joined 2", "resync 6", "message 7");
  }

  @Test
  void aGapInTheLogEndsInAReload() {
    givenEvents(2);
    whenJoined(null);
    room.show(5);
    room.show(6);
    assertThat(client.take()).containsExactly("joined 2", "resync 4", "message 5", "message 6");
  }

  @Test
  void whatComesTwiceIsShownOnce() {
    givenEvents(2);
    whenJoined(null);
    givenEvents(1);
    room.show(2);
    room.show(3);
    givenEvents(1);
    assertThat(client.take()).containsExactly("joined 2", "message 3", "message 4");
  }

  @Test
  void joiningAgainGoesOnWhereItWas() {
    givenEvents(2);
    whenJoined(null);
    room.meanwhile(() -> givenEvents(1));
    whenJoined(null);
    assertThat(client.take()).containsExactly("joined 2", "joined 2", "message 3");
  }

  @Test
  void joiningAgainBringsTheHistoryAgain() {
    givenEvents(3);
    whenJoined(null);
    whenJoined(1L);
    givenEvents(1);
    assertThat(client.take())
        .containsExactly("joined 3", "joined 3", "message 2", "message 3", "message 4");
  }

  @Test
  void whoMayNotJoinSeesNothing() {
    room.fail(Problem.notFound("room_not_found", "not yours"));
    whenJoined(null);
    givenEvents(1);
    assertThat(client.take()).containsExactly("error room_not_found");
    assertThat(subscriptions.of(ROOM)).isEmpty();
  }

  @Test
  void whenNobodyAnswersARoomThatWasJoinedStaysJoined() {
    givenEvents(1);
    whenJoined(null);
    room.fail(Problem.unavailable("unavailable", "not now", 1));
    whenJoined(null);
    room.fail(null);
    givenEvents(1);
    assertThat(client.take()).containsExactly("joined 1", "error unavailable", "message 2");
  }

  @Test
  void whenTheHistoryBreaksOffTheClientIsToldToReload() {
    givenEvents(5);
    room.meanwhile(() -> room.fail(Problem.unavailable("unavailable", "not now", 1)));
    whenJoined(0L);
    givenEvents(1);
    assertThat(client.take())
        .containsExactly("joined 5", "message 1", "message 2", "resync 5", "message 6");
  }

  @Test
  void aSocketJoinsABoundedNumberOfRooms() {
    join(new UUID(0, 1), null);
    join(new UUID(0, 2), null);
    join(new UUID(0, 3), null);
    join(new UUID(0, 2), null);
    assertThat(client.take())
        .containsExactly("joined 0", "joined 0", "error too_many_rooms", "joined 0");
  }

  @Test
  void whoLeavesSeesNothingMore() {
    givenEvents(1);
    whenJoined(null);
    rooms.leave(ROOM);
    givenEvents(1);
    assertThat(client.take()).containsExactly("joined 1");
    assertThat(subscriptions.rooms()).isZero();
  }

  @Test
  void whoIsClosedWhileJoiningLeavesNothingBehind() {
    givenEvents(1);
    room.meanwhile(rooms::leaveAll);
    whenJoined(null);
    join(new UUID(0, 2), null);
    assertThat(subscriptions.rooms()).isZero();
  }
}
