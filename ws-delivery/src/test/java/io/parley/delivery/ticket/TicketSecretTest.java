package io.parley.delivery.ticket;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.parley.edge.identity.InvalidCredentials;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TicketSecretTest {
  private static final byte[] PLAIN = "سارا".getBytes(StandardCharsets.UTF_8);

  @Test
  void whoHasTheTicketCanOpenWhatItSealed() {
    var secret = TicketSecret.random();
    String sealed = secret.seal(PLAIN);
    assertThat(TicketSecret.of(secret.text()).open(sealed)).isEqualTo(PLAIN);
  }

  @Test
  void whoKnowsTheIdCannot() {
    var secret = TicketSecret.random();
    String sealed = secret.seal(PLAIN);
    assertThat(secret.id()).hasSize(22).isEqualTo(TicketSecret.of(secret.text()).id());
    assertThat(secret.text()).hasSize(43).doesNotContain(secret.id());
    assertThatThrownBy(() -> TicketSecret.random().open(sealed))
        .isInstanceOf(IllegalStateException.class);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "x", "سلام", "AAAA", "a ticket? no!", "%00"})
  void whatIsNoTicketIsRefused(String text) {
    assertThatThrownBy(() -> TicketSecret.of(text)).isInstanceOf(InvalidCredentials.class);
  }
}
