package io.parley.standalone;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.opentelemetry.sdk.trace.data.SpanData;
import io.parley.backends.TestBackends;
import io.parley.schemas.Ids;
import io.parley.schemas.Topics;
import io.parley.standalone.client.ChatSocket;
import io.parley.standalone.client.Client;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;

/// A message is followed from the request to the frame.
@Import(CollectedSpans.class)
class TracingIT extends RunningParley {
  private static final String PARENT = "00f067aa0ba902b7";

  @Autowired private Topics topics;

  private static String newTrace() {
    return UUID.randomUUID().toString().replace("-", "");
  }

  private static SpanData one(String traceId, String name) {
    return named(traceId, name).getFirst();
  }

  private static List<SpanData> named(String traceId, String name) {
    return CollectedSpans.of(traceId).stream()
        .filter(span -> span.getName().startsWith(name))
        .toList();
  }

  private static UUID write(Client buyer, UUID room, String traceparent) {
    var headers =
        Map.of(
            "Authorization",
            "Bearer " + buyer.token(),
            "Content-Type",
            "application/json",
            "traceparent",
            traceparent);
    var body = Map.of("content", "سلام");
    return buyer.send("POST", "/rooms/" + room + "/messages/", body, headers).expect(201).id("id");
  }

  /// The context in the header of the newest record of this room.
  private String context(String topic, UUID room, String header) {
    return TheLog.read(TestBackends.kafka(), topic).records().stream()
        .filter(record -> room.toString().equals(record.key()))
        .map(record -> text(record, header))
        .toList()
        .getLast();
  }

  private static String text(ConsumerRecord<String, byte[]> record, String header) {
    return new String(record.headers().lastHeader(header).value(), StandardCharsets.UTF_8);
  }

  private static String context(SpanData span) {
    return "00-" + span.getTraceId() + "-" + span.getSpanId() + "-01";
  }

  @Test
  void oneTraceFromTheRequestToTheFrame() {
    var vendor = parley().vendor();
    var buyer = parley().buyer();
    UUID room = buyer.start(vendor, 101).expect(201).id("room_id");
    String trace = newTrace();
    try (var socket = vendor.connect()) {
      UUID message = write(buyer, room, "00-" + trace + "-" + PARENT + "-01");
      assertThat(message).isEqualTo(Ids.event(room, 2));
      socket.next("room_updated");
    }

    await()
        .untilAsserted(
            () -> {
              assertThat(named(trace, "project ")).hasSizeGreaterThan(3);
              assertThat(named(trace, "http")).hasSize(1);
              assertThat(named(trace, "deliver")).hasSize(1);
            });
    var http = one(trace, "http");
    var command = one(trace, "command");
    var decide = one(trace, "decide");
    assertThat(http.getParentSpanId()).isEqualTo(PARENT);
    assertThat(command.getParentSpanId()).isEqualTo(http.getSpanId());
    assertThat(decide.getParentSpanId()).isEqualTo(command.getSpanId());
    assertThat(one(trace, "deliver").getParentSpanId()).isEqualTo(decide.getSpanId());
    assertThat(named(trace, "project "))
        .extracting(SpanData::getParentSpanId)
        .containsOnly(decide.getSpanId());
    assertThat(context(topics.commands(), room, "traceparent")).isEqualTo(context(command));
    assertThat(context(topics.events(), room, "ce_traceparent")).isEqualTo(context(decide));
  }

  @Test
  void aSocketsCommandsBelongToWhatItsHandshakeWasPartOf() {
    var vendor = parley().vendor();
    var buyer = parley().buyer();
    UUID room = buyer.start(vendor, 102).expect(201).id("room_id");
    String trace = newTrace();
    var headers = Map.of("traceparent", "00-" + trace + "-" + PARENT + "-01");
    try (var socket = ChatSocket.open(buyer.socketUri("?token=" + buyer.token()), headers)) {
      socket.next("connection_established");
      socket.say("send_message", room, "content", "سلام");
      socket.next("room_updated");
    }

    await().until(() -> !named(trace, "decide").isEmpty());
    assertThat(one(trace, "command").getParentSpanId()).isEqualTo(PARENT);
    assertThat(one(trace, "decide").getParentSpanId()).isEqualTo(one(trace, "command").getSpanId());
  }

  @Test
  void whatIsNotSampledLeavesNothingButItsContext() {
    var vendor = parley().vendor();
    var buyer = parley().buyer();
    UUID room = buyer.start(vendor, 103).expect(201).id("room_id");
    String trace = newTrace();
    write(buyer, room, "00-" + trace + "-" + PARENT + "-00");

    assertThat(context(topics.commands(), room, "traceparent"))
        .startsWith("00-" + trace)
        .endsWith("-00");
    assertThat(context(topics.events(), room, "ce_traceparent"))
        .isEqualTo(context(topics.commands(), room, "traceparent"));
    assertThat(CollectedSpans.of(trace)).isEmpty();
  }
}
