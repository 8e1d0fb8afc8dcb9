package io.parley.command.shard;

import static org.assertj.core.api.Assertions.assertThat;

import io.parley.schemas.command.DeadLetter;
import io.parley.schemas.command.DeadLetter.Reason;
import org.junit.jupiter.api.Test;

class UndecidedTest {
  @Test
  void whereDecidingFailsThePlaceIsSaidAndNothingOfTheCommand() {
    var why = Undecided.of(new IllegalStateException("the secret"));

    assertThat(why.reason()).isEqualTo(Reason.UNDECIDABLE);
    assertThat(why.detail())
        .startsWith("IllegalStateException at io.parley.command.shard.UndecidedTest.where")
        .doesNotContain("secret");
    assertThat(why.getCause()).hasMessage("the secret");
  }

  @Test
  void whatIsKnownStaysAsItIs() {
    var known = new Undecided(Reason.MISPLACED, "elsewhere");

    assertThat(Undecided.of(known)).isSameAs(known);
    assertThat(known.detail()).isEqualTo("elsewhere");
  }

  @Test
  void theDetailIsBounded() {
    assertThat(new Undecided(Reason.UNREADABLE, "x".repeat(1_000)).detail())
        .hasSize(DeadLetter.MAX_DETAIL);
  }
}
