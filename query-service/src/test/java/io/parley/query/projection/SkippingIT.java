package io.parley.query.projection;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.parley.query.given.GivenDatabase;
import io.parley.query.given.GivenRoom;
import io.parley.query.given.People;
import io.parley.query.given.Records;
import io.parley.query.message.MessagesProjection;
import io.parley.schemas.Person;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/// What becomes of an aggregate of which a record is passed over.
class SkippingIT {
  private final GivenDatabase database = new GivenDatabase();
  private final Person sara = People.buyer("sara");
  private final GivenRoom room =
      GivenRoom.started(sara, "1", null)
          .says(sara, "one")
          .says(sara, "two")
          .says(sara, "three")
          .says(sara, "four");

  @AfterEach
  void close() {
    database.close();
  }

  private Projector open(String schema) {
    var projector = database.projectors().open(new MessagesProjection(), new Schema(schema));
    projector.seek(Set.of(0));
    return projector;
  }

  private void skip(long offset) {
    database
        .jdbc()
        .sql(
            """
            insert into projection_skip (projection, partition, record_offset, reason, problem)
            values ('messages', 0, ?, 'for this test', 'broken')
            """)
        .param(offset)
        .update();
  }

  private List<String> contents(String schema) {
    return database
        .jdbc()
        .sql("select content from " + schema + ".message order by seq")
        .query(String.class)
        .list();
  }

  private void expectStop(List<ConsumerRecord<String, byte[]>> log, long offset) {
    assertThatThrownBy(() -> open("messages").project(log))
        .isInstanceOfSatisfying(
            UnappliableRecord.class, e -> assertThat(e.position().offset()).isEqualTo(offset));
  }

  /// The value of one record is not JSON any more.
  private List<ConsumerRecord<String, byte[]>> withBrokenValue(int index) {
    var log = new ArrayList<>(new Records().add(room.events()).all());
    var good = log.get(index);
    var broken = new ConsumerRecord<>(good.topic(), 0, good.offset(), good.key(), new byte[] {'{'});
    good.headers().forEach(broken.headers()::add);
    log.set(index, broken);
    return log;
  }

  @Test
  void afterABrokenValueIsSkippedTheRoomGoesOn() {
    var log = withBrokenValue(2);
    expectStop(log, 2);

    skip(2);

    var projector = open("messages");
    assertThat(projector.project(log).skipped()).hasSize(1);
    assertThat(contents("messages")).containsExactly("one", "three", "four");
  }

  @Test
  void aFreshReadModelSkipsTheSame() {
    var log = withBrokenValue(2);
    skip(2);
    open("messages").project(log.subList(0, 3));
    open("messages").project(log.subList(3, 5));

    open("fresh").project(log);

    assertThat(contents("fresh")).isEqualTo(contents("messages"));
    assertThat(
            database
                .jdbc()
                .sql(
                    """
                    select * from messages.aggregate except select * from fresh.aggregate
                    """)
                .query()
                .listOfRows())
        .isEmpty();
  }

  @Test
  void afterAGapIsSkippedTheRoomGoesOn() {
    var events = room.events();
    var log = new Records().add(events.get(0)).add(events.subList(2, 5)).all();
    expectStop(log, 1);

    skip(1);
    open("messages").project(log);

    assertThat(contents("messages")).containsExactly("three", "four");
  }

  @Test
  void anUnreadableRecordThatWasSkippedMeansAGapAtTheNext() {
    var events = room.events();
    var log =
        new Records()
            .add(events.subList(0, 2))
            .addRaw("no id", "{}")
            .add(events.subList(3, 5))
            .all();
    expectStop(log, 2);
    skip(2);
    expectStop(log, 3);
    skip(3);

    open("messages").project(log);

    assertThat(contents("messages")).containsExactly("one", "four");
  }

  @Test
  void aRecordWithoutHeadersIsKnownByItsValue() {
    var events = room.events();
    var log =
        new Records()
            .add(events.subList(0, 2))
            .addRaw(
                room.id().toString(),
                new String(events.get(2).toBytes(), java.nio.charset.StandardCharsets.UTF_8))
            .add(events.subList(3, 5))
            .all();
    expectStop(log, 2);
    skip(2);

    open("messages").project(log);

    assertThat(contents("messages")).containsExactly("one", "three", "four");
  }

  @Test
  void aContradictionThatWasSkippedLeavesTheFirst() {
    var other = GivenRoom.started(sara, "1", null).says(sara, "another");
    var events = room.events();
    var log =
        new Records().add(events.subList(0, 2)).add(other.last()).add(events.subList(2, 5)).all();
    expectStop(log, 2);
    skip(2);

    open("messages").project(log);

    assertThat(contents("messages")).containsExactly("one", "two", "three", "four");
  }

  @Test
  void aBrokenChainStopsTheProjection() {
    var other = GivenRoom.started(sara, "1", null).says(sara, "another").says(sara, "stranger");
    var log = new Records().add(room.events().subList(0, 2)).add(other.last()).all();

    assertThatThrownBy(() -> open("messages").project(log))
        .isInstanceOf(UnappliableRecord.class)
        .hasMessageContaining("another event 2 than the one that it follows");
  }

  @Test
  void aRecordWithoutAValueStopsTheProjection() {
    var log = new ArrayList<>(new Records().add(room.events()).all());
    var gone = new ConsumerRecord<String, byte[]>("chat.events", 0, 5L, log.get(4).key(), null);
    log.get(4).headers().forEach(gone.headers()::add);
    gone.headers().remove("ce_sequence");
    gone.headers().add("ce_sequence", new byte[] {'6'});
    log.add(gone);
    expectStop(log, 5);
    skip(5);

    open("messages").project(log);

    assertThat(contents("messages")).hasSize(4);
  }

  /// The database, asked for what it does not take, is asked for less and less of it.
  @Test
  void theRecordWhoseRowIsRefusedIsFound() {
    var projector = open("messages");
    database.jdbc().sql("alter table messages.message add check (content <> 'three')").update();
    var done = new ArrayList<Long>();
    var isolation =
        new Isolation(projector, (records, applied) -> records.forEach(r -> done.add(r.offset())));

    assertThatThrownBy(() -> isolation.project(new Records().add(room.events()).all()))
        .isInstanceOfSatisfying(
            UnappliableRecord.class, e -> assertThat(e.position().offset()).isEqualTo(3));
    assertThat(done).containsExactly(0L, 1L, 2L);
    assertThat(contents("messages")).containsExactly("one", "two");
  }
}
