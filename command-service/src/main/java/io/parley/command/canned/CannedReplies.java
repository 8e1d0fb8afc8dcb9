package io.parley.command.canned;

import static io.parley.command.aggregate.Decision.happens;
import static io.parley.command.aggregate.Decision.refused;

import io.parley.command.aggregate.Decision;
import io.parley.command.aggregate.Moment;
import io.parley.command.canned.CannedRepliesState.Kept;
import io.parley.schemas.CannedText;
import io.parley.schemas.Ids;
import io.parley.schemas.ParticipantRole;
import io.parley.schemas.Person;
import io.parley.schemas.command.Actor;
import io.parley.schemas.command.CannedReplyCommand;
import io.parley.schemas.command.CannedReplyCommand.AddCannedReply;
import io.parley.schemas.command.CannedReplyCommand.ChangeCannedReply;
import io.parley.schemas.command.CannedReplyCommand.RemoveCannedReply;
import io.parley.schemas.event.CannedReplyEvent;
import io.parley.schemas.event.CannedReplyEvent.CannedReplyAdded;
import io.parley.schemas.event.CannedReplyEvent.CannedReplyChanged;
import io.parley.schemas.event.CannedReplyEvent.CannedReplyRemoved;
import io.parley.schemas.reply.Outcome;
import io.parley.schemas.reply.Refusal;
import io.parley.schemas.view.CannedReplyView;
import java.util.UUID;
import java.util.stream.Stream;

/// Decides what answers a vendor keeps ready, and what is remembered of them. Pure, like
/// [io.parley.command.room.Room].
public final class CannedReplies {
  private CannedReplies() {}

  /// What the vendor's replies say to a command.
  public static Decision decide(
      CannedRepliesState state, Actor actor, CannedReplyCommand command, Moment moment) {
    if (!(actor instanceof Actor.Account account) || !account.answersFor(command.vendorId())) {
      return refused(Refusal.NOT_ALLOWED);
    }
    var by = Person.account(ParticipantRole.VENDOR, account.accountId(), account.username());
    return switch (command) {
      case AddCannedReply add -> add(state, add, by, idAt(command, moment));
      case ChangeCannedReply change -> change(state, change, by);
      case RemoveCannedReply remove ->
          state.find(remove.replyId()).isEmpty()
              ? refused(Refusal.REPLY_NOT_FOUND)
              : happens(new CannedReplyRemoved(remove.vendorId(), remove.replyId(), by));
    };
  }

  private static UUID idAt(CannedReplyCommand command, Moment moment) {
    return Ids.event(command.aggregateId(), moment.sequence());
  }

  private static Decision add(
      CannedRepliesState state, AddCannedReply add, Person by, UUID replyId) {
    if (state.replies().size() >= CannedRepliesState.MAX) {
      return refused(Refusal.TOO_MANY_REPLIES);
    }
    return state.isTaken(CannedText.key(add.text().shortcut()), replyId)
        ? refused(Refusal.SHORTCUT_TAKEN)
        : happens(new CannedReplyAdded(add.vendorId(), replyId, add.text(), by));
  }

  private static Decision change(CannedRepliesState state, ChangeCannedReply change, Person by) {
    if (state.find(change.replyId()).isEmpty()) {
      return refused(Refusal.REPLY_NOT_FOUND);
    }
    return state.isTaken(CannedText.key(change.text().shortcut()), change.replyId())
        ? refused(Refusal.SHORTCUT_TAKEN)
        : happens(new CannedReplyChanged(change.vendorId(), change.replyId(), change.text(), by));
  }

  /// The state after an event that happened at this moment: the same function live and in replay.
  public static CannedRepliesState evolve(
      CannedRepliesState state, CannedReplyEvent event, Moment moment) {
    var replies = state.replies().stream();
    return new CannedRepliesState(
        switch (event) {
          case CannedReplyAdded added -> {
            var kept =
                new Kept(added.replyId(), CannedText.key(added.text().shortcut()), moment.time());
            yield Stream.concat(replies, Stream.of(kept)).toList();
          }
          case CannedReplyChanged changed ->
              replies
                  .map(one -> one.id().equals(changed.replyId()) ? as(one, changed) : one)
                  .toList();
          case CannedReplyRemoved removed ->
              replies.filter(one -> !one.id().equals(removed.replyId())).toList();
        });
  }

  private static Kept as(Kept before, CannedReplyChanged changed) {
    return new Kept(before.id(), CannedText.key(changed.text().shortcut()), before.createdAt());
  }

  /// What an accepted command tells whoever asked: the reply as the command has made it. Of one
  /// that was removed since there is nothing to tell any more.
  public static Outcome answer(CannedRepliesState now, CannedReplyCommand command, Moment moment) {
    return switch (command) {
      case AddCannedReply add ->
          new Outcome.CannedReplyNow(
              CannedReplyView.of(idAt(command, moment), add.text(), moment.time(), moment.time()));
      case ChangeCannedReply change ->
          now.find(change.replyId())
              .<Outcome>map(
                  kept ->
                      new Outcome.CannedReplyNow(
                          CannedReplyView.of(
                              kept.id(), change.text(), kept.createdAt(), moment.time())))
              .orElseGet(Outcome.Done::new);
      case RemoveCannedReply _ -> new Outcome.Done();
    };
  }
}
