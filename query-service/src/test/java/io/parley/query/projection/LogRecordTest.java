package io.parley.query.projection;

import static org.assertj.core.api.Assertions.assertThat;

import io.parley.schemas.event.Aggregate;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LogRecordTest {
  private static LogRecord ofType(String type) {
    var kafka = new ConsumerRecord<>("chat.events", 0, 0L, "key", new byte[0]);
    return new LogRecord(kafka, new UUID(1, 1), type, 1, false);
  }

  /// A projection passes over the aggregates that it does not follow, without calling their events
  /// unknown; it looks at what may be anything.
  @ParameterizedTest
  @CsvSource({
    "parley.room.message_sent.v1,                ROOM",
    "parley.guest.guest_session_opened.v1,       GUEST",
    "parley.admin_access.access_recorded.v1,     ADMIN_ACCESS",
    "parley.admin_access.something_newer.v1,     ADMIN_ACCESS",
    "parley.public_room.visitor_joined.v1,       PUBLIC_ROOM",
    "parley.visitor.visitor_introduced.v1,       VISITOR",
    "parley.canned_replies.canned_reply_added.v1, CANNED_REPLIES",
    "parley.robot.robot_came.v1,                 ROOM GUEST ADMIN_ACCESS PUBLIC_ROOM VISITOR CANNED_REPLIES"
  })
  void aTypeTellsItsAggregate(String type, String aggregates) {
    assertThat(
            Stream.of(Aggregate.values())
                .filter(ofType(type)::mayBeOf)
                .map(Aggregate::name)
                .collect(Collectors.joining(" ")))
        .isEqualTo(aggregates);
  }
}
