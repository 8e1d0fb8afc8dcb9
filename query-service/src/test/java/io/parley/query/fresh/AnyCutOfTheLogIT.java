package io.parley.query.fresh;

import static org.assertj.core.api.Assertions.assertThat;

import io.parley.query.canned.CannedRepliesProjection;
import io.parley.query.conversation.ConversationsProjection;
import io.parley.query.given.GivenDatabase;
import io.parley.query.given.GivenHistory;
import io.parley.query.given.GivenPublicHistory;
import io.parley.query.given.GivenReplies;
import io.parley.query.given.Records;
import io.parley.query.guest.GuestsProjection;
import io.parley.query.message.MessagesProjection;
import io.parley.query.oversight.OversightProjection;
import io.parley.query.projection.Projection;
import io.parley.query.projection.Projector;
import io.parley.query.projection.Schema;
import io.parley.query.publicroom.PublicRoomsProjection;
import io.parley.query.search.SearchProjection;
import io.parley.query.statistics.StatisticsProjection;
import io.parley.query.timeline.TimelineProjection;
import io.parley.schemas.event.EventEnvelope;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.ShrinkingMode;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import net.jqwik.api.lifecycle.AfterContainer;
import net.jqwik.api.lifecycle.BeforeContainer;
import org.apache.kafka.clients.consumer.ConsumerRecord;

/// However the log is cut into batches, and whatever is in it twice, the rows are those of the
/// events applied one by one.
class AnyCutOfTheLogIT {
  private static final List<Projection> PROJECTIONS =
      List.of(
          new ConversationsProjection(),
          new MessagesProjection(),
          new TimelineProjection(),
          new SearchProjection(),
          new GuestsProjection(),
          new CannedRepliesProjection(),
          new PublicRoomsProjection(),
          new StatisticsProjection(),
          new OversightProjection());

  private static GivenDatabase database = notOpened();

  @SuppressWarnings("NullAway") // opened before the first try
  private static GivenDatabase notOpened() {
    return null;
  }

  @BeforeContainer
  static void open() {
    database = new GivenDatabase();
  }

  @AfterContainer
  static void close() {
    database.close();
  }

  @Property(tries = 25, shrinking = ShrinkingMode.BOUNDED)
  void theRowsAreTheSame(
      @ForAll @Size(min = 1, max = 50) List<@IntRange(min = 0, max = 999) Integer> steps,
      @ForAll @Size(min = 1, max = 20) List<@IntRange(min = 1, max = 15) Integer> cuts,
      @ForAll @Size(max = 5) List<@IntRange(min = 0, max = 999) Integer> repeats) {
    var log = new ArrayList<>(GivenHistory.of(steps));
    log.addAll(GivenPublicHistory.of(steps));
    log.addAll(GivenReplies.of(steps));
    var withRepeats = repeated(log, repeats);
    for (var projection : PROJECTIONS) {
      var plain = empty(projection, new Schema("plain_" + projection.name()));
      var cut = empty(projection, new Schema("cut_" + projection.name()));

      new Records().add(log).all().forEach(record -> plain.project(List.of(record)));
      batches(new Records().add(withRepeats).all(), cuts).forEach(cut::project);

      assertThat(differences(projection)).as(projection.name()).isEmpty();
      assertThat(cut.unknownTypes()).as(projection.name()).isEmpty();
    }
  }

  /// Each number is a place at which somebody writes the last few events once more.
  private static List<EventEnvelope> repeated(List<EventEnvelope> log, List<Integer> repeats) {
    var all = new ArrayList<>(log);
    for (int number : repeats) {
      int at = number % log.size() + 1;
      all.addAll(at, List.copyOf(all.subList(Math.max(0, at - 1 - number % 7), at)));
    }
    return all;
  }

  private static List<List<ConsumerRecord<String, byte[]>>> batches(
      List<ConsumerRecord<String, byte[]>> log, List<Integer> cuts) {
    var batches = new ArrayList<List<ConsumerRecord<String, byte[]>>>();
    for (int from = 0, i = 0; from < log.size(); i++) {
      int to = Math.min(log.size(), from + cuts.get(i % cuts.size()));
      batches.add(log.subList(from, to));
      from = to;
    }
    return batches;
  }

  private static Projector empty(Projection projection, Schema schema) {
    var projector = database.projectors().open(projection, schema);
    for (String table : comparison().tables(schema)) {
      database.jdbc().sql("delete from " + schema.name() + "." + table).update();
    }
    projector.seek(Set.of(0));
    return projector;
  }

  /// All but the position, which counts the repeats.
  private static List<String> differences(Projection projection) {
    return comparison()
        .differences(
            new Schema("plain_" + projection.name()), new Schema("cut_" + projection.name()))
        .stream()
        .filter(difference -> !difference.contains(".position: "))
        .toList();
  }

  private static SchemaComparison comparison() {
    return new SchemaComparison(database.jdbc());
  }
}
