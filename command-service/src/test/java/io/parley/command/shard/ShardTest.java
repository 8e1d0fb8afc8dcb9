package io.parley.command.shard;

import static io.parley.command.People.ALI;
import static io.parley.command.People.GUEST;
import static io.parley.command.People.NASRIN;
import static io.parley.command.People.SAFFRON;
import static io.parley.command.People.SARA;
import static io.parley.command.People.SHOP;
import static io.parley.command.Story.NINE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.parley.schemas.Ids;
import io.parley.schemas.MessageType;
import io.parley.schemas.command.Actor;
import io.parley.schemas.command.Command;
import io.parley.schemas.command.CommandEnvelope;
import io.parley.schemas.command.GuestCommand.OpenGuestSession;
import io.parley.schemas.command.Role;
import io.parley.schemas.command.RoomCommand.MarkRead;
import io.parley.schemas.command.RoomCommand.SendMessage;
import io.parley.schemas.command.RoomCommand.StartConversation;
import io.parley.schemas.event.Aggregate;
import io.parley.schemas.event.EventEnvelope;
import io.parley.schemas.event.RoomEvent.MessageSent;
import io.parley.schemas.reply.Outcome;
import io.parley.schemas.reply.Refusal;
import java.time.Duration;
import java.time.Instant;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class ShardTest {
  private static final UUID ROOM = Ids.room("account:42", "1", "123");
  private static final Duration TEN_MINUTES = Duration.ofMinutes(10);

  private final Shard shard = Shards.inHeap();
  private long offset;

  @BeforeEach
  void theRoomIsOpen() {
    ask(id(0), SARA, new StartConversation(ROOM, SHOP, SAFFRON), NINE);
  }

  private static UUID id(long number) {
    return new UUID(0x8000, number);
  }

  private static SendMessage sends(String content) {
    return new SendMessage(ROOM, content, MessageType.TEXT, null);
  }

  private Step ask(UUID id, Actor actor, Command command, Instant time) {
    return shard.handle(offset++, time, new CommandEnvelope(id, actor, command));
  }

  private static EventEnvelope happened(Step step) {
    assertThat(step).isInstanceOf(Step.Appended.class);
    return ((Step.Appended) step).event();
  }

  private static void assertRefused(Step step, Refusal reason) {
    assertThat(step).isEqualTo(new Step.Refused(reason));
  }

  @Test
  void anEventSaysWhereItComesFrom() {
    offset = 17;
    var command = new CommandEnvelope(id(1), SARA, sends("می‌خواهم 🌷"));
    var step = (Step.Appended) shard.handle(17, NINE.plusSeconds(5), command);

    var event = step.event();
    assertThat(event.id()).isEqualTo(Ids.event(ROOM, 2));
    assertThat(event.type()).isEqualTo("parley.room.message_sent.v1");
    assertThat(event.aggregate()).isEqualTo(Aggregate.ROOM);
    assertThat(event.aggregateId()).isEqualTo(ROOM);
    assertThat(event.sequence()).isEqualTo(2);
    assertThat(event.time()).isEqualTo(NINE.plusSeconds(5));
    assertThat(event.commandId()).isEqualTo(id(1));
    assertThat(event.commandDigest()).isEqualTo(command.digest());
    assertThat(event.commandOffset()).isEqualTo(17);
    assertThat(event.data())
        .isInstanceOfSatisfying(
            MessageSent.class, sent -> assertThat(sent.messageId()).isEqualTo(event.id()));
    assertThat(EventEnvelope.fromBytes(step.value())).isEqualTo(event);
    assertThat(step.audience()).containsExactly("vendor:1", "account:42");
    assertThat(shard.nextCommandOffset()).isEqualTo(18);
  }

  @Test
  void eachEventNamesTheHashOfTheOneBefore() {
    var one = (Step.Appended) ask(id(1), SARA, sends("یک"), NINE);
    var two = (Step.Appended) ask(id(2), ALI, sends("دو"), NINE);

    assertThat(two.event().prevHash()).isEqualTo(EventEnvelope.hashOf(one.value()));
    var other = happened(ask(id(3), GUEST, new OpenGuestSession(GUEST.guestId(), ""), NINE));
    assertThat(other.prevHash()).isNull();
    assertThat(other.sequence()).isEqualTo(1);
  }

  @Test
  void askedAgainWithinTenMinutesItIsTheFirstOutcome() {
    var first = (Step.Appended) ask(id(1), SARA, sends("سلام"), NINE);
    ask(id(2), ALI, sends("سلام"), NINE);

    assertThat(ask(id(1), SARA, sends("سلام"), NINE.plus(TEN_MINUTES)))
        .isEqualTo(new Step.Answered(first.outcome(), true));
  }

  @Test
  void afterTenMinutesItIsAskedAnew() {
    ask(id(1), SARA, sends("سلام"), NINE);

    var late = happened(ask(id(1), SARA, sends("سلام"), NINE.plus(TEN_MINUTES).plusMillis(1)));
    assertThat(late.sequence()).isEqualTo(3);
  }

  @Test
  void aRoomRemembersTwoThousandCommands() {
    for (int i = 1; i <= Memory.MAX; i++) {
      ask(id(i), SARA, sends("پیام " + i), NINE);
    }
    assertThat(ask(id(1), SARA, sends("پیام 1"), NINE)).isInstanceOf(Step.Answered.class);
    assertThat(ask(id(0), SARA, sends("x"), NINE)).isInstanceOf(Step.Appended.class);
    assertThat(ask(id(1), SARA, sends("پیام 1"), NINE)).isInstanceOf(Step.Appended.class);
    assertThat(ask(id(3), SARA, sends("پیام 3"), NINE)).isInstanceOf(Step.Answered.class);
  }

  @Test
  void anIdThatIsUsedForSomethingElseIsRefused() {
    ask(id(1), SARA, sends("سلام"), NINE);

    assertRefused(ask(id(1), SARA, sends("خداحافظ"), NINE), Refusal.COMMAND_ID_REUSED);
    assertRefused(ask(id(1), ALI, sends("سلام"), NINE), Refusal.COMMAND_ID_REUSED);
    assertRefused(ask(id(1), SARA, new MarkRead(ROOM, null), NINE), Refusal.COMMAND_ID_REUSED);
  }

  @Test
  void theSameIdInAnotherRoomIsAnotherCommand() {
    var other = Ids.room("account:43", "1", "123");
    ask(id(1), SARA, sends("سلام"), NINE);

    happened(ask(id(1), NASRIN, new StartConversation(other, SHOP, SAFFRON), NINE));
  }

  @Test
  void aRefusalLeavesNoTrace() {
    var other = Ids.room("account:43", "1", "123");
    var hello = new SendMessage(other, "হ্যালো", MessageType.TEXT, null);
    long next = shard.nextCommandOffset();

    assertRefused(ask(id(1), NASRIN, hello, NINE), Refusal.ROOM_NOT_FOUND);
    assertThat(shard.size()).isEqualTo(1);
    assertThat(shard.nextCommandOffset()).isEqualTo(next);

    ask(id(2), NASRIN, new StartConversation(other, SHOP, SAFFRON), NINE);
    assertThat(happened(ask(id(1), NASRIN, hello, NINE)).sequence()).isEqualTo(2);
  }

  @Test
  void whatIsSoAlreadyLeavesNoTraceEither() {
    long next = shard.nextCommandOffset();
    var again = ask(id(1), SARA, new StartConversation(ROOM, SHOP, SAFFRON), NINE);

    assertThat(again)
        .isInstanceOfSatisfying(
            Step.Answered.class,
            answered -> {
              assertThat(answered.repeated()).isFalse();
              assertThat(((Outcome.RoomNow) answered.outcome()).created()).isFalse();
            });
    assertThat(shard.nextCommandOffset()).isEqualTo(next);
    happened(ask(id(1), SARA, sends("همان شناسه"), NINE));
  }

  @Test
  void whoLostItsRoleHearsNothingOfWhatItDid() {
    ask(id(1), ALI, sends("سلام"), NINE);
    var dismissed = new Actor.Account(ALI.accountId(), ALI.username(), Set.of(Role.BUYER), null);

    assertRefused(ask(id(1), dismissed, sends("سلام"), NINE), Refusal.ROOM_NOT_FOUND);
  }

  @Test
  void aRoomIsNoGuestAndAGuestNoRoom() {
    assertRefused(
        ask(id(1), GUEST, new OpenGuestSession(ROOM, ""), NINE), Refusal.GUEST_SESSION_NOT_FOUND);
    ask(id(2), GUEST, new OpenGuestSession(GUEST.guestId(), ""), NINE);
    assertRefused(
        ask(id(3), SARA, new StartConversation(GUEST.guestId(), SHOP, null), NINE),
        Refusal.ROOM_NOT_FOUND);
  }

  @Test
  void aTwinIsDroppedAndAGapIsTheEnd() {
    var one = (Step.Appended) ask(id(1), SARA, sends("یک"), NINE);
    var two = (Step.Appended) ask(id(2), SARA, sends("دو"), NINE);
    shard.replay(one.event(), one.value());
    shard.replay(two.event(), two.value());
    assertThat(happened(ask(id(3), SARA, sends("سه"), NINE)).sequence()).isEqualTo(4);

    assertThatThrownBy(() -> Shards.inHeap().replay(two.event(), two.value()))
        .isInstanceOf(BrokenLog.class);
  }

  @Test
  void anEventThatContradictsTheChainIsTheEnd() {
    var forged = Shards.inHeap();
    var start = new StartConversation(ROOM, SHOP, SAFFRON);
    forged.handle(0, NINE, new CommandEnvelope(id(9), SARA, start));
    var otherSecond =
        (Step.Appended) forged.handle(1, NINE, new CommandEnvelope(id(1), SARA, sends("یک")));

    assertThatThrownBy(() -> shard.replay(otherSecond.event(), otherSecond.value()))
        .isInstanceOf(BrokenLog.class)
        .hasMessageContaining("two histories");

    ask(id(2), SARA, sends("یک"), NINE);
    assertThatThrownBy(() -> shard.replay(otherSecond.event(), otherSecond.value()))
        .isInstanceOf(BrokenLog.class);
  }
}
