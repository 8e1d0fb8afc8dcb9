package io.parley.command.presence;

import static org.assertj.core.api.Assertions.assertThat;

import io.parley.command.publicroom.Presence;
import io.parley.schemas.Connection;
import io.parley.schemas.command.CommandEnvelope;
import io.parley.schemas.command.PublicRoomCommand.LeavePublicRoom;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;

class WhenNodeLostThenItsVisitorsLeaveTest {
  private static final UUID ROOM = new UUID(0x4000, 1);
  private static final Presence ONE = presence(1);
  private static final Presence TWO = presence(2);

  private final List<CommandEnvelope> sent = new ArrayList<>();
  private final List<CompletableFuture<Object>> answers = new ArrayList<>();
  private final WhenNodeLostThenItsVisitorsLeave policy =
      new WhenNodeLostThenItsVisitorsLeave(_ -> true, this::send, Runnable::run);

  private static Presence presence(int number) {
    return new Presence(
        ROOM, new UUID(0x8000, number), new Connection(ROOM, new UUID(0x4000, number)));
  }

  private CompletableFuture<Object> send(CommandEnvelope command) {
    sent.add(command);
    answers.add(new CompletableFuture<>());
    return answers.getLast();
  }

  @Test
  void eachConnectionIsClosedByACommandOfItsOwn() {
    policy.leftBehind(List.of(ONE, TWO));

    assertThat(sent)
        .extracting(CommandEnvelope::command)
        .containsExactly(
            new LeavePublicRoom(ROOM, ONE.visitorId(), ONE.connection().connectionId()),
            new LeavePublicRoom(ROOM, TWO.visitorId(), TWO.connection().connectionId()));
    assertThat(sent).extracting(CommandEnvelope::commandId).doesNotHaveDuplicates();
    assertThat(sent.getFirst().actor().key())
        .isEqualTo("policy:when_node_lost_then_its_visitors_leave");
  }

  @Test
  void whatIsUnderWayIsNotAskedForAgain() {
    policy.leftBehind(List.of(ONE));
    policy.leftBehind(List.of(ONE, TWO));

    assertThat(sent).hasSize(2);
  }

  @Test
  void whatFailedIsTriedAtTheNextSweepUnderTheSameId() {
    policy.leftBehind(List.of(ONE));
    answers.getFirst().completeExceptionally(new IllegalStateException("no broker"));
    policy.leftBehind(List.of(ONE));

    assertThat(sent).hasSize(2);
    assertThat(sent.getLast()).isEqualTo(sent.getFirst());
  }

  @Test
  void whoTellsDoesNotWaitForTheSending() {
    var elsewhere = new ArrayList<Runnable>();
    new WhenNodeLostThenItsVisitorsLeave(_ -> true, this::send, elsewhere::add)
        .leftBehind(List.of(ONE, TWO));
    assertThat(sent).isEmpty();

    elsewhere.forEach(Runnable::run);
    assertThat(sent).hasSize(2);
  }
}
