package io.parley.query.oversight;

import static org.assertj.core.api.Assertions.assertThat;

import io.parley.query.given.GivenRoom;
import io.parley.query.given.People;
import io.parley.query.oversight.ActivityBatch.PeriodCount;
import io.parley.query.oversight.ActivityBatch.PeriodKey;
import io.parley.schemas.Person;
import io.parley.schemas.event.EventEnvelope;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ActivityBatchTest {
  private final Person sara = People.buyer("سارا");
  private final Person shop = People.vendor("فروشگاه");

  private static EventEnvelope at(EventEnvelope event, String time) {
    return new EventEnvelope(
        event.id(),
        event.type(),
        event.aggregate(),
        event.aggregateId(),
        event.sequence(),
        Instant.parse(time),
        event.commandId(),
        event.commandDigest(),
        event.commandOffset(),
        event.prevHash(),
        event.data());
  }

  private static ActivityBatch batch(List<EventEnvelope> events, String... times) {
    var batch = new ActivityBatch(Map.of());
    for (int i = 0; i < events.size(); i++) {
      batch.apply(at(events.get(i), times[i]));
    }
    return batch;
  }

  @Test
  void aNewHourAndANewDayBeginAtTheirTime() {
    var room = GivenRoom.started(sara, "1", null).says(sara, "1").says(shop, "2").says(sara, "3");

    var batch =
        batch(
            room.events(),
            "2026-11-22T22:00:00Z",
            "2026-11-22T22:59:59.999Z",
            "2026-11-22T23:00:00Z",
            "2026-11-23T00:00:00Z");

    assertThat(batch.periods())
        .containsOnly(
            Map.entry(hour("2026-11-22T22:00:00Z"), new PeriodCount(1, 0)),
            Map.entry(hour("2026-11-22T23:00:00Z"), new PeriodCount(1, 0)),
            Map.entry(hour("2026-11-23T00:00:00Z"), new PeriodCount(1, 0)),
            Map.entry(day("2026-11-22T00:00:00Z"), new PeriodCount(1, 0)),
            Map.entry(day("2026-11-23T00:00:00Z"), new PeriodCount(1, 0)));
    assertThat(batch.answers()).singleElement().extracting("milliseconds").isEqualTo(1L);
    assertThat(batch.busy()).hasSize(2);
  }

  @Test
  void timeThatGoesBackCountsNothingTwice() {
    var room = GivenRoom.started(sara, "1", null).says(sara, "1").says(sara, "2").says(shop, "3");

    var batch =
        batch(
            room.events(),
            "2026-11-23T00:00:01Z",
            "2026-11-23T00:00:01Z",
            "2026-11-22T23:59:59Z",
            "2026-11-23T00:00:00Z");

    assertThat(batch.periods())
        .containsOnly(
            Map.entry(hour("2026-11-23T00:00:00Z"), new PeriodCount(1, 0)),
            Map.entry(day("2026-11-23T00:00:00Z"), new PeriodCount(1, 0)));
    assertThat(batch.answers()).singleElement().extracting("milliseconds").isEqualTo(0L);
  }

  private static PeriodKey hour(String start) {
    return new PeriodKey("hour", Instant.parse(start));
  }

  private static PeriodKey day(String start) {
    return new PeriodKey("day", Instant.parse(start));
  }
}
