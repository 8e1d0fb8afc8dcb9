package io.parley.command.shard;

import static io.parley.command.People.ALI;
import static io.parley.command.People.SAFFRON;
import static io.parley.command.People.SARA;
import static io.parley.command.People.SHOP;
import static io.parley.command.Story.NINE;
import static org.assertj.core.api.Assertions.assertThat;

import io.parley.schemas.Ids;
import io.parley.schemas.MessageType;
import io.parley.schemas.command.Actor;
import io.parley.schemas.command.CommandEnvelope;
import io.parley.schemas.command.Role;
import io.parley.schemas.command.RoomCommand.SendMessage;
import io.parley.schemas.command.RoomCommand.StartConversation;
import java.util.AbstractSet;
import java.util.Iterator;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/// A command that fails while it is decided or answered has not happened.
class FailedDecisionTest {
  private static final UUID ROOM = Ids.room("account:42", "1", "123");

  /// Roles that can be looked at so many times, and then fail.
  private static final class Failing extends AbstractSet<Role> {
    private int looks;

    private Failing(int looks) {
      this.looks = looks;
    }

    @Override
    public boolean contains(Object role) {
      if (looks-- == 0) {
        throw new IllegalStateException("a fault");
      }
      return ALI.roles().contains(role);
    }

    @Override
    public Iterator<Role> iterator() {
      return ALI.roles().iterator();
    }

    @Override
    public int size() {
      return ALI.roles().size();
    }
  }

  private static CommandEnvelope sends(Set<Role> roles) {
    var ali = new Actor.Account(ALI.accountId(), ALI.username(), roles, ALI.vendorId());
    return new CommandEnvelope(
        new UUID(0x8000, 1), ali, new SendMessage(ROOM, "سلام", MessageType.TEXT, null));
  }

  @Test
  void itLeavesNoTraceWhereverItFails() {
    int looks = 0;
    while (fails(looks)) {
      looks++;
    }
    assertThat(looks).as("it was looked at for the decision and for the answer").isGreaterThan(1);
  }

  /// Whether it has failed; then the same command is decided as if it had never been there.
  private static boolean fails(int looks) {
    var shard = Shards.inHeap();
    var start = new StartConversation(ROOM, SHOP, SAFFRON);
    var _ = shard.handle(0, NINE, new CommandEnvelope(new UUID(0x8000, 0), SARA, start));
    try {
      var step = shard.handle(1, NINE, sends(new Failing(looks)));
      assertThat(step).isInstanceOf(Step.Appended.class);
      return false;
    } catch (IllegalStateException e) {
      assertThat(shard.nextCommandOffset()).isEqualTo(1);
      assertThat(shard.handle(2, NINE, sends(ALI.roles())))
          .isInstanceOfSatisfying(
              Step.Appended.class,
              appended -> assertThat(appended.event().sequence()).isEqualTo(2));
      return true;
    }
  }
}
