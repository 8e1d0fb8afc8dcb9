package io.parley.command.visitor;

import static io.parley.command.People.ADMIN;
import static io.parley.command.People.POLICY;
import static org.assertj.core.api.Assertions.assertThat;

import io.parley.command.Story;
import io.parley.command.aggregate.Decision;
import io.parley.command.aggregate.Moment;
import io.parley.schemas.Ids;
import io.parley.schemas.Visitor;
import io.parley.schemas.command.Actor;
import io.parley.schemas.command.VisitorCommand;
import io.parley.schemas.command.VisitorCommand.IntroduceVisitor;
import io.parley.schemas.command.VisitorCommand.RecallVisitor;
import io.parley.schemas.event.VisitorEvent;
import io.parley.schemas.event.VisitorEvent.VisitorIntroduced;
import io.parley.schemas.reply.Outcome;
import io.parley.schemas.reply.Refusal;
import java.time.Duration;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class VisitorsTest {
  private static final UUID ID = Ids.visitor("a session");
  private static final Actor RAKIB = new Actor.Visitor(ID);
  private static final Actor OTHER = new Actor.Visitor(Ids.visitor("another"));

  private static Story<VisitorState, VisitorCommand, VisitorEvent> given() {
    var rules =
        new Story.Rules<VisitorState, VisitorCommand, VisitorEvent>() {
          @Override
          public Decision decide(VisitorState s, Actor actor, VisitorCommand c, Moment moment) {
            return Visitors.decide(s, actor, c);
          }

          @Override
          public VisitorState evolve(VisitorState s, VisitorEvent event, Moment moment) {
            return Visitors.evolve(s, event, moment);
          }
        };
    return new Story<>(rules, VisitorEvent.class, new VisitorState.Unknown());
  }

  private static IntroduceVisitor introduces(String name, String color) {
    return new IntroduceVisitor(ID, name, color);
  }

  private static VisitorIntroduced introduced(String name, String color) {
    return new VisitorIntroduced(new Visitor(ID, name, color));
  }

  @Test
  void aVisitorSaysHowItIsCalledAndSaysSoOnce() {
    given()
        .when(RAKIB, introduces("রাকিব", "red"))
        .then(introduced("রাকিব", "red"))
        .when(RAKIB, introduces("রাকিব", "red"))
        .thenItIsSo()
        .when(RAKIB, introduces("রাকিব", "green"))
        .then(introduced("রাকিব", "green"));
  }

  @Test
  void itIsRememberedSinceTheFirstTime() {
    var story = given().when(RAKIB, introduces("রাকিব", "red")).then(introduced("রাকিব", "red"));
    story.after(Duration.ofDays(1));
    story.when(RAKIB, introduces("রাকিবুল", "red")).then(introduced("রাকিবুল", "red"));
    story.when(RAKIB, new RecallVisitor(ID)).thenItIsSo();

    assertThat(Visitors.answer(story.state()))
        .isEqualTo(new Outcome.VisitorNow(new Visitor(ID, "রাকিবুল", "red"), Story.NINE));
  }

  @Test
  void whoNeverSaidItIsNotKnown() {
    given().when(RAKIB, new RecallVisitor(ID)).thenRefused(Refusal.VISITOR_NOT_FOUND);
  }

  @Test
  void nobodyElseSaysOrHearsIt() {
    var story = given().when(RAKIB, introduces("রাকিব", "red")).then(introduced("রাকিব", "red"));
    story.when(OTHER, new RecallVisitor(ID)).thenRefused(Refusal.NOT_ALLOWED);
    story.when(OTHER, introduces("x", "red")).thenRefused(Refusal.NOT_ALLOWED);
    story.when(ADMIN, introduces("x", "red")).thenRefused(Refusal.NOT_ALLOWED);
    story.when(POLICY, new RecallVisitor(ID)).thenRefused(Refusal.NOT_ALLOWED);
  }
}
