package io.parley.command.access;

import static io.parley.command.aggregate.Decision.happens;
import static io.parley.command.aggregate.Decision.isSo;
import static io.parley.command.aggregate.Decision.refused;

import io.parley.command.aggregate.Decision;
import io.parley.command.aggregate.Moment;
import io.parley.schemas.Access;
import io.parley.schemas.Ids;
import io.parley.schemas.ParticipantRole;
import io.parley.schemas.Person;
import io.parley.schemas.command.AccessCommand;
import io.parley.schemas.command.AccessCommand.RecordAccess;
import io.parley.schemas.command.Actor;
import io.parley.schemas.command.Role;
import io.parley.schemas.event.AccessEvent;
import io.parley.schemas.event.AccessEvent.AccessRecorded;
import io.parley.schemas.reply.Refusal;

/// Decides what is recorded of an admin's looking around, and what is remembered of it: looking at
/// the same again within a minute is one look, and every search is recorded. Pure, like
/// [io.parley.command.room.Room].
public final class AdminAccess {
  private AdminAccess() {}

  /// What the record says to a command.
  public static Decision decide(
      AdminAccessState state, Actor actor, AccessCommand command, Moment moment) {
    return switch (command) {
      case RecordAccess look ->
          actor instanceof Actor.Account account && isOf(look, account)
              ? look(state, account, look, moment)
              : refused(Refusal.NOT_ALLOWED);
    };
  }

  private static boolean isOf(RecordAccess look, Actor.Account account) {
    return account.is(Role.ADMIN)
        && Ids.adminAccess(account.accountId()).equals(look.adminAccessId());
  }

  private static Decision look(
      AdminAccessState state, Actor.Account account, RecordAccess look, Moment moment) {
    if (state.knows(look.access(), moment.time())) {
      return isSo();
    }
    var admin = Person.account(ParticipantRole.ADMIN, account.accountId(), account.username());
    return happens(new AccessRecorded(look.adminAccessId(), admin, look.access()));
  }

  /// The state after an event that happened at this moment: the same function live and in replay.
  public static AdminAccessState evolve(AdminAccessState state, AccessEvent event, Moment moment) {
    return switch (event) {
      case AccessRecorded recorded ->
          switch (recorded.access()) {
            case Access.OfRoom _, Access.OfMessages _, Access.OfEvents _ ->
                state.with(recorded.access(), moment.time());
            case Access.OfSearch _ -> state;
          };
    };
  }
}
