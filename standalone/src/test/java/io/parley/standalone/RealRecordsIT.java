package io.parley.standalone;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.parley.backends.TestBackends;
import io.parley.schemas.Json;
import io.parley.schemas.Topics;
import io.parley.schemas.contract.ContractSchemas;
import io.parley.schemas.event.CannedReplyEvent;
import io.parley.schemas.event.EventEnvelope;
import io.parley.schemas.event.EventHeaders;
import io.parley.schemas.event.GuestEvent;
import io.parley.schemas.event.PublicRoomEvent;
import io.parley.schemas.event.RoomEvent;
import io.parley.schemas.event.VisitorEvent;
import io.parley.standalone.client.Contract;
import io.parley.standalone.client.Secrets;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/// Everything that the other tests, and one conversation of its own, have left in the topics and
/// tables.
@Order(Integer.MAX_VALUE)
class RealRecordsIT extends RunningParley {
  private static final String AUDIENCE =
      "(vendor|account|guest):\\S+( (vendor|account|guest):\\S+)*";

  @Autowired private Topics topics;
  @Autowired private JdbcClient jdbc;

  @BeforeEach
  void everythingHappensOnce() {
    OneOfEach.inConversations(parley());
    OneOfEach.inPublic(parley());
  }

  private TheLog read(String topic) {
    return TheLog.read(TestBackends.kafka(), topic);
  }

  @Test
  void everyKindOfEventIsThereAndAllAreAsTheirSchemasSay() {
    var kinds = new TreeMap<String, Integer>();
    for (var record : read(topics.events()).records()) {
      var value = Json.mapper().readTree(record.value());
      String type = value.path("type").asString();
      kinds.merge(type, 1, Integer::sum);
      assertThat(Contract.errors(ContractSchemas.ofEvent(type), value)).as("%s", value).isEmpty();
    }
    var known =
        Stream.of(
                RoomEvent.class,
                GuestEvent.class,
                PublicRoomEvent.class,
                VisitorEvent.class,
                CannedReplyEvent.class)
            .flatMap(kind -> Stream.of(kind.getPermittedSubclasses()))
            .toList();
    assertThat(kinds).hasSizeGreaterThanOrEqualTo(known.size());
  }

  @Test
  void headersRepeatWhatTheValueSays() {
    for (var record : read(topics.events()).records()) {
      var headers = headers(record);
      String audience = headers.remove(EventHeaders.AUDIENCE);
      headers.remove(EventHeaders.TRACEPARENT);
      var expected = new TreeMap<String, String>();
      EventHeaders.of(EventEnvelope.fromBytes(record.value()), List.of())
          .forEach((name, value) -> expected.put(name, new String(value, UTF_8)));
      assertThat(headers).isEqualTo(expected);
      assertThat(audience == null || audience.matches(AUDIENCE)).as("%s", audience).isTrue();
    }
  }

  private static Map<String, String> headers(ConsumerRecord<String, byte[]> record) {
    var headers = new TreeMap<String, String>();
    record.headers().forEach(one -> headers.put(one.key(), new String(one.value(), UTF_8)));
    return headers;
  }

  @Test
  void anAuditorFindsNothingIrregular() {
    assertThat(read(topics.events()).irregularities()).isEmpty();
  }

  @Test
  void nobodysSecretIsAnywhere() {
    assertThat(Secrets.all()).isNotEmpty();
    for (var topic :
        List.of(topics.commands(), topics.events(), topics.signals(), topics.replies())) {
      assertThatNoSecretIsIn(topic, () -> read(topic).text());
    }
    for (var table : tables()) {
      assertThatNoSecretIsIn(table, () -> rows(table));
    }
    assertThatNoSecretIsIn("the output", Output::text);
  }

  private static void assertThatNoSecretIsIn(String place, Supplier<String> text) {
    String all = text.get();
    assertThat(Secrets.all()).as(place).noneMatch(all::contains);
  }

  private List<String> tables() {
    var tables =
        jdbc.sql(
                """
                select quote_ident(schemaname) || '.' || quote_ident(tablename) from pg_tables
                where schemaname not in ('pg_catalog', 'information_schema')
                """)
            .query(String.class)
            .list();
    assertThat(tables).hasSizeGreaterThan(5);
    return tables;
  }

  private String rows(String table) {
    return String.join(
        "\n", jdbc.sql("select t::text from " + table + " t").query(String.class).list());
  }
}
