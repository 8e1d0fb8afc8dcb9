package io.parley.command.shard;

import static io.parley.command.People.ALI;
import static io.parley.command.People.REZA;
import static io.parley.command.People.SHOP;
import static io.parley.command.Story.NINE;
import static org.assertj.core.api.Assertions.assertThat;

import io.parley.schemas.CannedText;
import io.parley.schemas.Ids;
import io.parley.schemas.MessageType;
import io.parley.schemas.command.CannedReplyCommand;
import io.parley.schemas.command.CannedReplyCommand.AddCannedReply;
import io.parley.schemas.command.CannedReplyCommand.ChangeCannedReply;
import io.parley.schemas.command.CannedReplyCommand.RemoveCannedReply;
import io.parley.schemas.command.CommandEnvelope;
import io.parley.schemas.command.RoomCommand.SendMessage;
import io.parley.schemas.event.Aggregate;
import io.parley.schemas.reply.Refusal;
import java.util.List;
import java.util.UUID;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;

class CannedRepliesShardTest {
  private static final UUID REPLIES = Ids.cannedReplies(SHOP);

  /// Each number is a command about one of a few replies and shortcuts.
  static CommandEnvelope envelope(long id, int number) {
    var reply = Ids.event(REPLIES, number / 3 % 7 + 1);
    var text = new CannedText("key-" + number % 5, "عنوان " + number, "می‌فرستیم " + number);
    CannedReplyCommand command =
        switch (number % 3) {
          case 0 -> new AddCannedReply(SHOP, text);
          case 1 -> new ChangeCannedReply(SHOP, reply, text);
          default -> new RemoveCannedReply(SHOP, reply);
        };
    return new CommandEnvelope(new UUID(0x8000, id), number % 2 == 0 ? ALI : REZA, command);
  }

  @Test
  void aReplyIsAnEventThatNobodyIsTold() {
    var shard = Shards.inHeap();
    var step = (Step.Appended) shard.handle(0, NINE, envelope(1, 0));

    assertThat(step.event().type()).isEqualTo("parley.canned_replies.canned_reply_added.v1");
    assertThat(step.event().aggregate()).isEqualTo(Aggregate.CANNED_REPLIES);
    assertThat(step.event().aggregateId()).isEqualTo(REPLIES);
    assertThat(step.audience()).isEmpty();
    assertThat(shard.handle(1, NINE, envelope(1, 0)))
        .isEqualTo(new Step.Answered(step.outcome(), true));
  }

  @Test
  void aVendorsRepliesAreNothingElse() {
    var shard = Shards.inHeap();
    shard.handle(0, NINE, envelope(1, 0));
    var message = new SendMessage(REPLIES, "?", MessageType.TEXT, null);

    assertThat(shard.handle(1, NINE, new CommandEnvelope(new UUID(1, 2), ALI, message)))
        .isEqualTo(new Step.Refused(Refusal.ROOM_NOT_FOUND));
  }

  @Property(tries = 200)
  void aReplayedShardIsTheOneThatLived(
      @ForAll @Size(max = 60) List<@IntRange(min = 0, max = 200) Integer> numbers) {
    var lived = Shards.inHeap();
    var replayed = Shards.inHeap();
    for (int i = 0; i < numbers.size(); i++) {
      if (lived.handle(i, NINE.plusSeconds(i), envelope(i, numbers.get(i)))
          instanceof Step.Appended appended) {
        replayed.replay(appended.event(), appended.value());
      }
    }

    assertThat(replayed).usingRecursiveComparison().isEqualTo(lived);
  }
}
