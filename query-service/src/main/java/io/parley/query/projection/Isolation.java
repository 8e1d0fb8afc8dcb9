package io.parley.query.projection;

import java.util.List;
import java.util.function.BiConsumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.springframework.core.NestedExceptionUtils;

/// Lets a projector apply records, and when a batch is refused, as for a row that PostgreSQL does
/// not take, finds the record that is to blame: halves the batch until one is left.
public final class Isolation {
  private final Projector projector;
  private final BiConsumer<List<ConsumerRecord<String, byte[]>>, Applied> done;

  /// `done` is told of what each transaction has applied.
  public Isolation(
      Projector projector, BiConsumer<List<ConsumerRecord<String, byte[]>>, Applied> done) {
    this.projector = projector;
    this.done = done;
  }

  /// Applies these records, those of each partition in the order of the log, in one transaction if
  /// it can be. Throws [UnappliableRecord] for one that cannot be applied; some of the others may
  /// be applied then. All else as [Projector#project].
  public void project(List<ConsumerRecord<String, byte[]>> records) {
    try {
      done.accept(records, projector.project(records));
    } catch (UnappliableRecord | StalePosition e) {
      throw e;
    } catch (RuntimeException e) {
      if (Outage.is(e) || Outage.isOfStatement(e)) {
        throw e;
      }
      if (records.size() == 1) {
        throw refused(records.getFirst(), e);
      }
      int middle = records.size() / 2;
      project(records.subList(0, middle));
      project(records.subList(middle, records.size()));
    }
  }

  private static UnappliableRecord refused(
      ConsumerRecord<String, byte[]> record, RuntimeException cause) {
    var why = "its rows are refused: " + NestedExceptionUtils.getMostSpecificCause(cause);
    return new UnappliableRecord(record.partition(), record.offset(), why, cause);
  }
}
