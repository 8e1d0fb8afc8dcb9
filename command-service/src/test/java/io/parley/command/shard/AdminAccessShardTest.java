package io.parley.command.shard;

import static io.parley.command.People.ADMIN;
import static io.parley.command.Story.NINE;
import static org.assertj.core.api.Assertions.assertThat;

import io.parley.schemas.Access;
import io.parley.schemas.Ids;
import io.parley.schemas.MessageType;
import io.parley.schemas.command.AccessCommand.RecordAccess;
import io.parley.schemas.command.Command;
import io.parley.schemas.command.CommandEnvelope;
import io.parley.schemas.command.GuestCommand.OpenGuestSession;
import io.parley.schemas.command.RoomCommand.SendMessage;
import io.parley.schemas.event.Aggregate;
import io.parley.schemas.reply.Outcome;
import io.parley.schemas.reply.Refusal;
import java.util.List;
import java.util.UUID;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;

class AdminAccessShardTest {
  private static final UUID RECORD = Ids.adminAccess(ADMIN.accountId());

  private final Shard shard = Shards.inHeap();
  private long offset;

  /// `seconds` after nine.
  private Step ask(Command command, int seconds) {
    var id = new UUID(0x8000, offset);
    return shard.handle(
        offset++, NINE.plusSeconds(seconds), new CommandEnvelope(id, ADMIN, command));
  }

  private static RecordAccess looks(int room) {
    return new RecordAccess(
        RECORD,
        room == 0 ? new Access.OfSearch("زعفران") : new Access.OfMessages(new UUID(1, room)));
  }

  static CommandEnvelope envelope(UUID id, int room) {
    return new CommandEnvelope(id, ADMIN, looks(room));
  }

  @Test
  void aLookIsAnEventThatNobodyIsTold() {
    var step = (Step.Appended) ask(looks(1), 0);

    assertThat(step.event().type()).isEqualTo("parley.admin_access.access_recorded.v1");
    assertThat(step.event().aggregate()).isEqualTo(Aggregate.ADMIN_ACCESS);
    assertThat(step.event().aggregateId()).isEqualTo(RECORD);
    assertThat(step.audience()).isEmpty();
    assertThat(step.outcome()).isEqualTo(new Outcome.Done());
    assertThat(ask(looks(1), 59)).isEqualTo(new Step.Answered(new Outcome.Done(), false));
  }

  @Test
  void anAccessRecordIsNothingElse() {
    ask(looks(1), 0);

    assertThat(ask(new SendMessage(RECORD, "?", MessageType.TEXT, null), 1))
        .isEqualTo(new Step.Refused(Refusal.ROOM_NOT_FOUND));
    assertThat(ask(new OpenGuestSession(RECORD, "?"), 1))
        .isEqualTo(new Step.Refused(Refusal.GUEST_SESSION_NOT_FOUND));
  }

  /// Each look comes `pause` seconds after the one before.
  @Property(tries = 200)
  void aReplayedShardIsTheOneThatLived(
      @ForAll @Size(max = 40) List<@IntRange(max = 4) Integer> rooms,
      @ForAll @IntRange(min = 1, max = 40) int pause) {
    var lived = new AdminAccessShardTest();
    var replayed = Shards.inHeap();
    int seconds = 0;
    for (int room : rooms) {
      seconds += pause;
      if (lived.ask(looks(room), seconds) instanceof Step.Appended appended) {
        replayed.replay(appended.event(), appended.value());
      }
    }

    assertThat(replayed).usingRecursiveComparison().isEqualTo(lived.shard);
  }
}
