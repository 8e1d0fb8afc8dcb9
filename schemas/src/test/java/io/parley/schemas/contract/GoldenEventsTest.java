package io.parley.schemas.contract;

import static org.assertj.core.api.Assertions.assertThat;

import io.parley.schemas.Json;
import io.parley.schemas.event.Event;
import io.parley.schemas.event.EventEnvelope;
import io.parley.schemas.event.EventHeaders;
import io.parley.schemas.event.EventTypes;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// A released event never changes: its golden file is read as ever, and written to the byte.
class GoldenEventsTest {
  /// A golden event in Java and as its file has it.
  record Golden(EventEnvelope event, String file) {
    EventEnvelope read() {
      return EventEnvelope.fromBytes(file.getBytes(StandardCharsets.UTF_8));
    }

    @Override
    public String toString() {
      return event.type();
    }
  }

  /// The first event of each type; those after it are only links of its history's chain.
  static List<Golden> goldens() {
    var goldens = new ArrayList<Golden>();
    var types = new HashSet<String>();
    for (var history :
        List.of(
            GoldenEvents.room(),
            GoldenEvents.vacantRoom(),
            GoldenEvents.adminAccess(),
            GoldenEvents.cannedReplies(),
            GoldenPublicEvents.room(),
            GoldenPublicEvents.visitor(),
            GoldenEvents.guest())) {
      byte[] previous = {};
      for (int i = 0; i < history.size(); i++) {
        var event = GoldenEvents.envelope(history.get(i), i + 1, previous);
        if (types.add(event.type())) {
          previous = golden(event.type());
          goldens.add(new Golden(event, text(previous)));
        } else {
          previous = event.toBytes();
        }
      }
    }
    return goldens;
  }

  @ParameterizedTest
  @MethodSource("goldens")
  void isReadAsEver(Golden golden) {
    assertThat(golden.read()).isEqualTo(golden.event());
  }

  @ParameterizedTest
  @MethodSource("goldens")
  void isWrittenToTheByte(Golden golden) {
    assertThat(text(golden.event().toBytes())).isEqualTo(golden.file());
    assertThat(text(golden.read().toBytes())).isEqualTo(golden.file());
  }

  @ParameterizedTest
  @MethodSource("goldens")
  void isTheExampleOfItsSchema(Golden golden) {
    var id = ContractSchemas.ofEvent(golden.event().type());
    var value = Json.mapper().readTree(golden.file());
    assertThat(Contract.errors(id, value)).isEmpty();
    assertThat(Contract.schema(id).path("examples").path(0)).isEqualTo(value);
  }

  @Test
  void everyEventHasOneSchemaAndOneGoldenFile() {
    var types = EventTypes.all().keySet();
    assertThat(Contract.filesIn("/golden/events"))
        .isEqualTo(types.stream().map(type -> type + ".json").collect(Collectors.toSet()));
    var schemas = types.stream().map(ContractSchemas::ofEvent).collect(Collectors.toSet());
    schemas.add(ContractSchemas.ofEvent("envelope"));
    assertThat(Contract.idsIn("events")).isEqualTo(schemas);
    assertThat(goldens())
        .extracting(golden -> golden.event().type())
        .containsExactlyInAnyOrderElementsOf(types);
  }

  @Test
  void everyEventClassHasOneName() {
    assertThat(Sealed.recordsOf(Event.class))
        .containsExactlyInAnyOrderElementsOf(EventTypes.all().values());
  }

  @Test
  void theHeadersAreThoseOfCloudEvents() {
    var message = goldens().get(1).event();
    var headers =
        EventHeaders.of(message, List.of("vendor:1", "guest:" + GoldenEvents.GUEST)).entrySet();
    var written =
        headers.stream()
            .map(header -> header.getKey() + ": " + text(header.getValue()) + "\n")
            .collect(Collectors.joining());
    assertThat(written).isEqualTo(text(Contract.bytes("/golden/event-headers.txt")));
  }

  @Test
  void aGuestsOwnEventConcernsNobodyElse() {
    assertThat(EventHeaders.of(goldens().getLast().event(), List.of()))
        .doesNotContainKey(EventHeaders.AUDIENCE);
  }

  private static byte[] golden(String type) {
    return Contract.bytes("/golden/events/" + type + ".json");
  }

  private static String text(byte[] bytes) {
    return new String(bytes, StandardCharsets.UTF_8);
  }
}
