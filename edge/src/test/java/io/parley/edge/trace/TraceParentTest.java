package io.parley.edge.trace;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

class TraceParentTest {
  private static final String CONTEXT = "00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01";
  private static final String UNSAMPLED = CONTEXT.replaceAll("01$", "00");

  private final Spans off = Spans.none();

  @Test
  void theCallersOwnIsKeptWhereNothingIsFollowed() {
    assertThat(off.begin("command", CONTEXT).traceparent()).isEqualTo(CONTEXT);
    assertThat(off.begin("command", UNSAMPLED).traceparent()).isEqualTo(UNSAMPLED);
  }

  @ParameterizedTest
  @NullSource
  @ValueSource(
      strings = {
        "",
        "00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7",
        "00-4BF92F3577B34DA6A3CE929D0E0E4736-00F067AA0BA902B7-01",
        "00-00000000000000000000000000000000-00f067aa0ba902b7-01",
        "00-4bf92f3577b34da6a3ce929d0e0e4736-0000000000000000-01",
        "00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01\r\nx: y"
      })
  void whatIsNoneIsReplacedByOneThatNobodyFollows(@Nullable String other) {
    assertThat(off.begin("command", other).traceparent())
        .matches("00-[0-9a-f]{32}-[0-9a-f]{16}-00")
        .isNotEqualTo(off.begin("command", other).traceparent());
  }

  @Test
  void whetherItIsFollowedIsItsLastBit() {
    assertThat(TraceParent.isSampled(CONTEXT.getBytes(US_ASCII))).isTrue();
    assertThat(TraceParent.isSampled(UNSAMPLED.getBytes(US_ASCII))).isFalse();
    assertThat(TraceParent.isSampled("garbage1".getBytes(US_ASCII))).isFalse();
    assertThat(TraceParent.isSampled((byte[]) null)).isFalse();
    assertThat(off.follow("decide", "x".repeat(54).concat("1").getBytes(US_ASCII)))
        .isSameAs(Step.Unsampled.NOTHING);
  }

  @Test
  void itsPartsAreTheTraceAndTheSpan() {
    assertThat(TraceParent.traceId(CONTEXT)).isEqualTo("4bf92f3577b34da6a3ce929d0e0e4736");
    assertThat(TraceParent.spanId(CONTEXT)).isEqualTo("00f067aa0ba902b7");
  }
}
