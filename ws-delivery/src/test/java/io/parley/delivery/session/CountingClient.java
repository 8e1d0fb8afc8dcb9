package io.parley.delivery.session;

import static org.assertj.core.api.Assertions.assertThat;

import tools.jackson.databind.JsonNode;

/// A client that counts 1, 2, 3 and begins anew only when it is told to.
final class CountingClient {
  private long last;

  void take(RecordingOutlet outlet) {
    outlet.frames().forEach(this::take);
    outlet.take();
  }

  private void take(JsonNode frame) {
    long seq = frame.path("seq").asLong(0);
    switch (frame.get("type").stringValue()) {
      case "joined" -> {}
      case "resync" -> {
        assertThat(seq).isGreaterThanOrEqualTo(last);
        last = seq;
      }
      case "message" -> {
        assertThat(seq).isEqualTo(last + 1);
        last = seq;
      }
      default -> throw new AssertionError(frame.toString());
    }
  }

  long last() {
    return last;
  }
}
