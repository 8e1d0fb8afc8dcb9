package io.parley.query.projection;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.parley.query.given.GivenDatabase;
import io.parley.query.given.GivenGuest;
import io.parley.query.given.GivenRoom;
import io.parley.query.given.People;
import io.parley.query.given.Records;
import io.parley.query.message.MessagesProjection;
import io.parley.schemas.Person;
import io.parley.schemas.event.EventEnvelope;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class ProjectorIT {
  private final GivenDatabase database = new GivenDatabase();
  private final Projector projector = open();
  private final Person sara = People.buyer("sara");
  private final GivenRoom room =
      GivenRoom.started(sara, "1", null).says(sara, "one").says(sara, "two");

  @AfterEach
  void close() {
    database.close();
  }

  private Projector open() {
    var opened = database.projectors().open(new MessagesProjection(), new Schema("messages"));
    opened.seek(Set.of(0));
    return opened;
  }

  private List<String> contents() {
    return database
        .jdbc()
        .sql("select content from messages.message order by room_id, seq")
        .query(String.class)
        .list();
  }

  private long position() {
    return database
        .jdbc()
        .sql("select next_offset from messages.position where partition = 0")
        .query(Long.class)
        .single();
  }

  @Test
  void rowsAndPositionMoveTogether() {
    projector.project(new Records().add(room.events()).all());

    assertThat(contents()).containsExactly("one", "two");
    assertThat(position()).isEqualTo(3);
    assertThat(open().seek(Set.of(0))).containsEntry(0, 3L);
  }

  @Test
  void anEventThatIsThereTwiceCountsOnce() {
    var log = new Records().add(room.events()).add(room.events().subList(1, 3)).add(room.events());

    projector.project(log.all());

    assertThat(contents()).containsExactly("one", "two");
    assertThat(position()).isEqualTo(8);
  }

  @Test
  void aGapStopsTheProjection() {
    var log = new Records().add(room.events().get(0)).add(room.events().get(2));

    assertThatThrownBy(() -> projector.project(log.all()))
        .isInstanceOf(UnappliableRecord.class)
        .hasMessageContaining("0-1")
        .hasMessageContaining("event 3 after event 1");
    assertThat(contents()).isEmpty();
    assertThat(position()).isZero();
  }

  @Test
  void aContradictionStopsTheProjection() {
    var other = GivenRoom.started(sara, "1", null).says(sara, "another");
    projector.project(new Records().add(room.events().subList(0, 2)).all());
    var log = new Records().add(room.events().subList(0, 2)).add(other.last()).all();

    assertThatThrownBy(() -> projector.project(log.subList(2, 3)))
        .isInstanceOf(UnappliableRecord.class)
        .hasMessageContaining("another event 2");
    assertThat(contents()).containsExactly("one");
  }

  @Test
  void aSecondInstanceThatIsBehindWritesNothing() {
    var stale = open();
    var log = new Records().add(room.events()).all();
    projector.project(log.subList(0, 2));

    assertThatThrownBy(() -> stale.project(log)).isInstanceOf(StalePosition.class);
    assertThat(contents()).containsExactly("one");

    stale.seek(Set.of(0));
    assertThatThrownBy(() -> stale.project(log)).isInstanceOf(StalePosition.class);
    stale.project(log.subList(2, 3));
    assertThat(contents()).containsExactly("one", "two");
  }

  @Test
  void anUnknownTypeIsSkippedAndCounted() {
    var log =
        new Records()
            .add(room.events().get(0))
            .addAs("parley.room.danced.v1", room.events().get(1))
            .addAs("parley.room.danced.v1", room.events().get(1))
            .add(room.events().get(2));

    projector.project(log.all());

    assertThat(contents()).containsExactly("two");
    assertThat(projector.unknownTypes()).containsExactly(Map.entry("parley.room.danced.v1", 1L));
  }

  @Test
  void eventsOfOtherAggregatesArePassedOver() {
    var guest = GivenGuest.opened("firefox");

    projector.project(new Records().add(guest.events()).add(room.events()).all());

    assertThat(position()).isEqualTo(4);
    assertThat(database.jdbc().sql("select id from messages.aggregate").query(UUID.class).list())
        .containsExactly(room.id());
  }

  @Test
  void whatIsNoEventStopsTheProjection() {
    assertThatThrownBy(() -> projector.project(new Records().addRaw("x", "{}").all()))
        .isInstanceOf(UnappliableRecord.class);
    var lie = new Records().add(room.events().get(0)).add(lie(room.events().get(1))).all();
    assertThatThrownBy(() -> projector.project(lie)).isInstanceOf(UnappliableRecord.class);
    assertThat(position()).isZero();
  }

  /// A value that is not what its headers say.
  private static EventEnvelope lie(EventEnvelope event) {
    return new EventEnvelope(
        event.id(),
        "parley.room.message_deleted.v1",
        event.aggregate(),
        event.aggregateId(),
        event.sequence(),
        Instant.EPOCH,
        event.commandId(),
        event.commandDigest(),
        event.commandOffset(),
        event.prevHash(),
        event.data());
  }

  @Test
  void aNulInTheLogStopsNothing() {
    var odd = GivenRoom.started(sara, "2", null).says(sara, "a\u0000b");

    assertThatCode(() -> projector.project(new Records().add(odd.events()).all()))
        .doesNotThrowAnyException();
    assertThat(contents()).containsExactly("a\uFFFDb");
  }

  @Test
  void aPartitionThatWasNotSoughtIsRefused() {
    var elsewhere = database.projectors().open(new MessagesProjection(), new Schema("elsewhere"));

    assertThatThrownBy(() -> elsewhere.project(new Records().add(room.events()).all()))
        .isInstanceOf(IllegalStateException.class);
  }
}
