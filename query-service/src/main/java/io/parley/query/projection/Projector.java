package io.parley.query.projection;

import io.parley.query.projection.Positions.Move;
import io.parley.schemas.event.EventEnvelope;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.springframework.transaction.support.TransactionOperations;

/// Brings one read model forward in one schema. Rows, what was seen of each aggregate and the new
/// position are one transaction, and only if the position is still the one that was read, so that
/// two of these on the same tables never apply an event twice.
///
/// Used by one thread at a time. After any exception nothing is written, and the positions have to
/// be read again.
public final class Projector {
  /// What is lost when the database dies is read from the log again, position and all, so a commit
  /// need not wait for the disk.
  private static final String DONT_WAIT_FOR_DISK = "set local synchronous_commit = off";

  private final Projection projection;
  private final Tables tables;
  private final Positions positions;
  private final ReadersRule rule;
  private final Skipped skipped;
  private final Projection.Writer writer;
  private final TransactionOperations transaction;
  private final Map<Integer, Long> next = new HashMap<>();

  Projector(Projection projection, Tables tables, TransactionOperations transaction) {
    this.projection = projection;
    this.tables = tables;
    this.transaction = transaction;
    this.positions = new Positions(tables);
    this.rule = new ReadersRule(tables);
    this.skipped = new Skipped(tables);
    this.writer = projection.into(tables);
  }

  /// The read model.
  public Projection projection() {
    return projection;
  }

  /// Reads from the database which offset comes next in each of these partitions, and goes on from
  /// there.
  public Map<Integer, Long> seek(Collection<Integer> partitions) {
    next.clear();
    next.putAll(positions.load(partitions));
    return Map.copyOf(next);
  }

  /// How many events of which unknown types were skipped so far.
  public Map<String, Long> skipped() {
    return skipped.load();
  }

  /// Applies records, those of each partition in the order of the log, all or none. Throws
  /// [StalePosition] when the positions are not those of [#seek] and what was applied since,
  /// [UnappliableRecord] when somebody has to look at the log.
  public void project(List<ConsumerRecord<String, byte[]>> records) {
    var moves = moves(records);
    if (!moves.isEmpty()) {
      transaction.executeWithoutResult(status -> write(records, moves));
      moves.forEach(move -> next.put(move.partition(), move.next()));
    }
  }

  private List<Move> moves(List<ConsumerRecord<String, byte[]>> records) {
    var reached = new HashMap<Integer, Long>();
    for (var kafka : records) {
      long expected = reached.getOrDefault(kafka.partition(), expected(kafka));
      if (kafka.offset() < expected) {
        throw new StalePosition(next);
      }
      reached.put(kafka.partition(), kafka.offset() + 1);
    }
    var moves = new ArrayList<Move>();
    reached.forEach((partition, to) -> moves.add(new Move(partition, at(partition), to)));
    return moves;
  }

  private long expected(ConsumerRecord<String, byte[]> kafka) {
    return at(kafka.partition());
  }

  private long at(int partition) {
    Long offset = next.get(partition);
    if (offset == null) {
      throw new IllegalStateException("partition " + partition + " was not sought");
    }
    return offset;
  }

  private void write(List<ConsumerRecord<String, byte[]>> kafka, List<Move> moves) {
    tables.jdbc().execute(DONT_WAIT_FOR_DISK);
    positions.move(moves);
    var followed = kafka.stream().map(LogRecord::of).filter(this::follows).toList();
    if (!followed.isEmpty()) {
      apply(rule.select(followed));
    }
  }

  private boolean follows(LogRecord record) {
    return projection.follows().stream().anyMatch(record::mayBeOf);
  }

  private void apply(List<LogRecord> records) {
    var unknown = new ArrayList<String>();
    var events = new ArrayList<EventEnvelope>();
    for (var record : records) {
      var eventClass = record.eventClass();
      if (eventClass.isEmpty()) {
        unknown.add(record.type());
      } else if (projection.reads().contains(eventClass.get())) {
        events.add(record.event());
      }
    }
    skipped.add(unknown);
    if (!events.isEmpty()) {
      writer.apply(events);
    }
  }
}
