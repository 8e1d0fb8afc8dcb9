package io.parley.cluster.fault;

import static org.assertj.core.api.Assertions.assertThat;

import io.parley.cluster.fault.Send.Accepted;
import io.parley.cluster.fault.Send.Refused;
import io.parley.schemas.Ids;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/// Each check finds what it is there to find.
class ChecksTest {
  private static final UUID ROOM = GivenLog.ROOM;

  private final GivenLog log = GivenLog.of("one", "two");
  private final List<Send> sends = new ArrayList<>();

  private Send send(UUID id, String text, boolean mayBeAccepted) {
    var send = new Send(ROOM, id, text, mayBeAccepted, 0);
    sends.add(send);
    return send;
  }

  private void acceptedBoth() {
    send(log.command(2), "one", true).tell(new Accepted(2, Ids.event(ROOM, 2)), 1);
    send(log.command(3), "two", true).tell(new Accepted(3, Ids.event(ROOM, 3)), 1);
  }

  private List<String> accepted() {
    return Checks.accepted(sends, log.facts().messages());
  }

  @Test
  void allIsWell() {
    acceptedBoth();
    send(UUID.randomUUID(), "three", false).tell(new Refused("room_not_found"), 1);
    assertThat(Checks.answered(sends)).isEmpty();
    assertThat(accepted()).isEmpty();
    assertThat(Checks.refused(sends, log.facts().messages())).isEmpty();
  }

  @Test
  void aSendThatNobodyAnswered() {
    send(UUID.randomUUID(), "three", true);
    assertThat(Checks.answered(sends)).hasSize(1);
  }

  @Test
  void aSendThatWasToldTwoThings() {
    var send = send(UUID.randomUUID(), "three", true);
    send.tell(new Accepted(4, Ids.event(ROOM, 4)), 1);
    send.tell(new Accepted(5, Ids.event(ROOM, 5)), 1);
    assertThat(Checks.answered(sends)).hasSize(1);
  }

  @Test
  void aSendThatHadToBeRefused() {
    send(UUID.randomUUID(), "three", false).tell(new Accepted(4, Ids.event(ROOM, 4)), 1);
    assertThat(Checks.answered(sends)).hasSize(1);
  }

  @Test
  void aSendThatHadToBeAccepted() {
    send(UUID.randomUUID(), "three", true).tell(new Refused("room_not_found"), 1);
    assertThat(Checks.answered(sends)).hasSize(1);
  }

  @Test
  void anAcceptedSendThatIsLost() {
    acceptedBoth();
    send(UUID.randomUUID(), "three", true).tell(new Accepted(4, Ids.event(ROOM, 4)), 1);
    assertThat(accepted()).hasSize(1);
  }

  @Test
  void anAcceptedSendThatIsElsewhereInItsRoom() {
    send(log.command(2), "one", true).tell(new Accepted(3, Ids.event(ROOM, 2)), 1);
    send(log.command(3), "two", true).tell(new Accepted(3, Ids.event(ROOM, 3)), 1);
    assertThat(accepted()).hasSize(1);
  }

  @Test
  void anAcceptedSendWithAnotherContent() {
    send(log.command(2), "won", true).tell(new Accepted(2, Ids.event(ROOM, 2)), 1);
    send(log.command(3), "two", true).tell(new Accepted(3, Ids.event(ROOM, 3)), 1);
    assertThat(accepted()).hasSize(1);
  }

  @Test
  void aMessageThatNobodySent() {
    acceptedBoth();
    log.message(UUID.randomUUID(), "three");
    assertThat(accepted()).hasSize(1);
  }

  @Test
  void aRefusedSendThatIsInTheLog() {
    acceptedBoth();
    log.message(UUID.randomUUID(), "three");
    send(UUID.randomUUID(), "three", false).tell(new Refused("content_too_long"), 1);
    assertThat(Checks.refused(sends, log.facts().messages())).hasSize(1);
  }

  @Test
  void aClientThatSawAllOfIt() {
    assertThat(Checks.seen(List.of(seen(3)), log.facts())).isEmpty();
  }

  @Test
  void aClientThatDoesNotHaveTheEnd() {
    assertThat(Checks.seen(List.of(seen(2)), log.facts())).hasSize(1);
  }

  @Test
  void aClientThatSawAnotherMessage() {
    var seen = seen(2);
    seen.take(3, Fingerprint.message(Ids.event(ROOM, 3).toString(), "too"), false);
    assertThat(Checks.seen(List.of(seen), log.facts())).hasSize(1);
  }

  @Test
  void aRoomThatIsNotInTheLog() {
    var seen = new RoomSeen("sara", UUID.randomUUID(), new Trouble());
    assertThat(Checks.seen(List.of(seen), log.facts())).hasSize(1);
  }

  private RoomSeen seen(int events) {
    var seen = new RoomSeen("sara", ROOM, new Trouble());
    var written = log.facts().events(ROOM);
    for (int i = 0; i < events; i++) {
      seen.take(i + 1L, written.get(i), false);
    }
    return seen;
  }
}
