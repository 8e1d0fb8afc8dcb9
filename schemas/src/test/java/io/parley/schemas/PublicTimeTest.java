package io.parley.schemas;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PublicTimeTest {
  @ParameterizedTest
  @CsvSource({
    "2026-11-22T00:26:25.01Z,2026-11-22T06:26:25.010000+06:00,2026-11-22T00:26:25.010000",
    "2026-12-31T20:00:00Z,2027-01-01T02:00:00.000000+06:00,2026-12-31T20:00:00.000000",
    "2026-11-22T00:26:25.123456789Z,2026-11-22T06:26:25.123456+06:00,2026-11-22T00:26:25.123456"
  })
  void aTimeHasMicrosecondsInThreeForms(Instant time, String dhaka, String utc) {
    assertThat(PublicTime.dhaka(time)).isEqualTo(dhaka);
    assertThat(PublicTime.zulu(time)).isEqualTo(utc + "Z");
    assertThat(PublicTime.utc(time)).isEqualTo(utc + "+00:00");
  }
}
