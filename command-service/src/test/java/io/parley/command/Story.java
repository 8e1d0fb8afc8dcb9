package io.parley.command;

import static org.assertj.core.api.Assertions.assertThat;

import io.parley.command.aggregate.Decision;
import io.parley.command.aggregate.Moment;
import io.parley.schemas.command.Actor;
import io.parley.schemas.event.Event;
import io.parley.schemas.reply.Refusal;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What a test tells of one aggregate: given what had happened, when somebody asks for something
/// at some time, then this happens, or is so already, or is refused.
///
/// @param <S> its states
/// @param <C> its commands
/// @param <E> its events
public final class Story<S, C, E extends Event> {
  public static final Instant NINE = Instant.parse("2026-11-22T09:00:00Z");

  /// `decide` and `evolve` of the aggregate.
  public interface Rules<S, C, E> {
    Decision decide(S state, Actor actor, C command, Moment moment);

    S evolve(S state, E event, Moment moment);
  }

  /// Something that had happened; an event may name its own place and say what was so before it.
  @FunctionalInterface
  public interface Past<S, E> {
    E event(S state, Moment moment);
  }

  private final Rules<S, C, E> rules;
  private final Class<E> events;
  private S state;
  private long sequence;
  private Instant time = NINE;
  private @Nullable Decision decision;

  public Story(Rules<S, C, E> rules, Class<E> events, S nothing) {
    this.rules = rules;
    this.events = events;
    this.state = nothing;
  }

  public Story<S, C, E> given(List<? extends Past<S, E>> past) {
    past.forEach(one -> happened(one.event(state, moment())));
    return this;
  }

  public Story<S, C, E> given(Past<S, E> past) {
    return given(List.of(past));
  }

  public Story<S, C, E> after(Duration pause) {
    time = time.plus(pause);
    return this;
  }

  public Story<S, C, E> when(Actor actor, C command) {
    decision = rules.decide(state, actor, command, moment());
    return this;
  }

  public Story<S, C, E> then(E event) {
    assertThat(decision).isEqualTo(Decision.happens(event));
    happened(event);
    return this;
  }

  /// Then an event of this kind, whatever it says.
  public <T extends E> T then(Class<T> kind) {
    if (!(decision instanceof Decision.Happens happens)) {
      throw new AssertionError("does not happen: " + decision);
    }
    var event = events.cast(happens.event());
    happened(event);
    return kind.cast(event);
  }

  /// Then it is so already, and nothing happens.
  public Story<S, C, E> thenItIsSo() {
    assertThat(decision).isEqualTo(Decision.isSo());
    return this;
  }

  public Story<S, C, E> thenRefused(Refusal reason) {
    assertThat(decision).isEqualTo(Decision.refused(reason));
    return this;
  }

  public S state() {
    return state;
  }

  /// When and where the next event happens.
  public Moment moment() {
    return new Moment(time, sequence + 1);
  }

  private void happened(E event) {
    state = rules.evolve(state, event, moment());
    sequence++;
  }
}
