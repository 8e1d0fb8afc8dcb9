package io.parley.delivery.publicroom;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.parley.delivery.session.Bounds;
import io.parley.edge.problem.Problem;
import io.parley.schemas.command.CommandEnvelope;
import io.parley.schemas.reply.Outcome;
import io.parley.schemas.reply.Reply;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.Test;

class LeavingTest {
  private final List<CommandEnvelope> asked = new CopyOnWriteArrayList<>();
  private final CompletableFuture<Reply> answer = new CompletableFuture<>();

  private Leaving leaving(Map<String, Object> settings) {
    return new Leaving(this::submit, new Later(), Bounds.with(settings));
  }

  private CompletableFuture<Reply> submit(CommandEnvelope command) {
    asked.add(command);
    return asked.size() < 3
        ? CompletableFuture.failedFuture(Problem.unavailable("unavailable", "away", 1))
        : answer;
  }

  @Test
  void aLeaveIsToldUntilItIsAnswered() {
    var leaving = leaving(Map.of("public-rooms.leave-again", "1ms"));
    leaving.leave(Story.ROOM, Story.SARA.id(), new UUID(7, 1));
    await().until(() -> asked.size() == 3);
    assertThat(asked).containsOnly(asked.getFirst());
    assertThat(leaving.waiting()).isEqualTo(1);
    answer.complete(
        new Reply.Accepted(asked.getFirst().commandId(), 0, 0, false, new Outcome.Done()));
    assertThat(leaving.waiting()).isZero();
  }

  @Test
  void thoseThatWaitAreBounded() {
    var leaving =
        leaving(Map.of("public-rooms.leaves-at-most", 1, "public-rooms.leave-again", "1h"));
    leaving.leave(Story.ROOM, Story.SARA.id(), new UUID(7, 1));
    leaving.leave(Story.ROOM, Story.OMID.id(), new UUID(7, 2));
    assertThat(leaving.waiting()).isEqualTo(1);
    assertThat(asked).hasSize(1);
  }
}
