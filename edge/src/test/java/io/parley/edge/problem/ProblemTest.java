package io.parley.edge.problem;

import static org.assertj.core.api.Assertions.assertThat;

import io.parley.schemas.reply.Refusal;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class ProblemTest {
  @ParameterizedTest
  @EnumSource(Refusal.class)
  void everyRefusalKeepsItsCodeAndItsSentence(Refusal refusal) {
    var problem = Problem.of(refusal);

    assertThat(problem.code()).isEqualTo(refusal.code());
    assertThat(problem.detail()).isEqualTo(refusal.explanation());
    assertThat(problem.status()).isBetween(400, 499);
    assertThat(problem.retryAfterSeconds()).isNull();
  }

  @ParameterizedTest
  @CsvSource({
    "ROOM_NOT_FOUND, 404",
    "MESSAGE_NOT_FOUND, 404",
    "GUEST_SESSION_NOT_FOUND, 404",
    "NOT_THE_AUTHOR, 403",
    "NOT_ALLOWED, 403",
    "OWN_SHOP, 403",
    "COMMAND_ID_REUSED, 409",
    "GUEST_SESSION_LINKED, 409",
    "EDIT_WINDOW_OVER, 409",
    "MESSAGE_DELETED, 409",
    "ROOM_FULL, 409",
    "TOO_MANY_ROOMS, 409",
    "CONTENT_BLANK, 400",
    "CONTENT_TOO_LONG, 400",
    "CONTENT_INVALID, 400",
    "FILE_URL_INVALID, 400"
  })
  void aRefusalHasItsStatus(Refusal refusal, int status) {
    assertThat(Problem.of(refusal).status()).isEqualTo(status);
  }

  @Test
  void whoMayTryAgainIsToldWhen() {
    assertThat(Problem.unavailable("overloaded", "Later.", 3).retryAfterSeconds()).isEqualTo(3);
  }
}
