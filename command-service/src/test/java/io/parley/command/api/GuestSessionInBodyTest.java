package io.parley.command.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.parley.schemas.Json;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.core.JacksonException;

class GuestSessionInBodyTest {
  private static Requests.Plain read(String session) {
    return Json.mapper().readValue("{\"guest_session_id\":" + session + "}", Requests.Plain.class);
  }

  @Test
  void isAUuid() {
    var session = UUID.randomUUID();
    assertThat(read("\"" + session + "\"").guestSessionId()).isEqualTo(session);
  }

  @ParameterizedTest
  @ValueSource(strings = {"null", "\"\"", "\" \""})
  void orNoneAsOldClientsWriteIt(String none) {
    assertThat(read(none).guestSessionId()).isNull();
  }

  @ParameterizedTest
  @ValueSource(strings = {"\"x\"", "5", "true", "[]", "{}"})
  void andNothingElse(String other) {
    assertThatThrownBy(() -> read(other)).isInstanceOf(JacksonException.class);
  }
}
