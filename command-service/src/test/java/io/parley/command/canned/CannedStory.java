package io.parley.command.canned;

import static io.parley.command.People.SHOP;
import static io.parley.command.People.vendor;

import io.parley.command.Story;
import io.parley.command.aggregate.Decision;
import io.parley.command.aggregate.Moment;
import io.parley.schemas.CannedText;
import io.parley.schemas.Ids;
import io.parley.schemas.command.Actor;
import io.parley.schemas.command.CannedReplyCommand;
import io.parley.schemas.command.CannedReplyCommand.AddCannedReply;
import io.parley.schemas.command.CannedReplyCommand.ChangeCannedReply;
import io.parley.schemas.command.CannedReplyCommand.RemoveCannedReply;
import io.parley.schemas.event.CannedReplyEvent;
import io.parley.schemas.event.CannedReplyEvent.CannedReplyAdded;
import io.parley.schemas.event.CannedReplyEvent.CannedReplyRemoved;
import java.util.List;
import java.util.UUID;

/// Stories of what one shop keeps ready.
final class CannedStory {
  /// Something that had happened.
  interface Past extends Story.Past<CannedRepliesState, CannedReplyEvent> {}

  private CannedStory() {}

  static Story<CannedRepliesState, CannedReplyCommand, CannedReplyEvent> given(Past... past) {
    var rules =
        new Story.Rules<CannedRepliesState, CannedReplyCommand, CannedReplyEvent>() {
          @Override
          public Decision decide(
              CannedRepliesState s, Actor actor, CannedReplyCommand command, Moment moment) {
            return CannedReplies.decide(s, actor, command, moment);
          }

          @Override
          public CannedRepliesState evolve(
              CannedRepliesState s, CannedReplyEvent event, Moment moment) {
            return CannedReplies.evolve(s, event, moment);
          }
        };
    return new Story<CannedRepliesState, CannedReplyCommand, CannedReplyEvent>(
            rules, CannedReplyEvent.class, CannedRepliesState.NONE)
        .given(List.of(past));
  }

  static UUID reply(long seq) {
    return Ids.event(Ids.cannedReplies(SHOP), seq);
  }

  static CannedText text(String shortcut) {
    return new CannedText(shortcut, "ارسال", "سلام {buyer}، می‌فرستیم 🚚");
  }

  static Past added(Actor.Account by, String shortcut) {
    return (_, moment) ->
        new CannedReplyAdded(SHOP, reply(moment.sequence()), text(shortcut), vendor(by));
  }

  static Past removed(Actor.Account by, long seq) {
    return (_, _) -> new CannedReplyRemoved(SHOP, reply(seq), vendor(by));
  }

  static AddCannedReply adds(String shortcut) {
    return new AddCannedReply(SHOP, text(shortcut));
  }

  static ChangeCannedReply changes(long seq, String shortcut) {
    return new ChangeCannedReply(SHOP, reply(seq), text(shortcut));
  }

  static RemoveCannedReply removes(long seq) {
    return new RemoveCannedReply(SHOP, reply(seq));
  }
}
