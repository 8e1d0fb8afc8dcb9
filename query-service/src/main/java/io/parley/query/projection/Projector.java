package io.parley.query.projection;

import io.parley.query.projection.Positions.Move;
import io.parley.query.projection.ReadersRule.Selected;
import io.parley.schemas.LogPosition;
import io.parley.schemas.event.EventEnvelope;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.springframework.transaction.support.TransactionOperations;

/// Brings one read model forward in one schema. Rows, what was seen of each aggregate, what was
/// skipped and the new position are one transaction, and only if the position is still the one
/// that was read, so that two of these on the same tables never apply an event twice.
///
/// Used by one thread at a time. After any exception nothing is written; after any but
/// [UnappliableRecord] the positions have to be read again.
public final class Projector {
  /// What is lost when the database dies is read from the log again, position and all, so a commit
  /// need not wait for the disk.
  private static final String DONT_WAIT_FOR_DISK = "set local synchronous_commit = off";

  private final Projection projection;
  private final Tables tables;
  private final Positions positions;
  private final ReadersRule rule;
  private final UnknownTypes unknownTypes;
  private final Skips skips;
  private final Projection.Writer writer;
  private final TransactionOperations transaction;
  private final Map<Integer, Long> next = new HashMap<>();
  private Set<LogPosition> toSkip = Set.of();

  Projector(Projection projection, Tables tables, TransactionOperations transaction) {
    this.projection = projection;
    this.tables = tables;
    this.transaction = transaction;
    this.positions = new Positions(tables);
    this.rule = new ReadersRule(tables);
    this.unknownTypes = new UnknownTypes(tables);
    this.skips = new Skips(tables.jdbc(), projection.name());
    this.writer = projection.into(tables);
  }

  /// The read model.
  public Projection projection() {
    return projection;
  }

  /// Reads from the database which offset comes next in each of these partitions and which records
  /// are to be skipped, and goes on from there.
  public Map<Integer, Long> seek(Collection<Integer> partitions) {
    next.clear();
    next.putAll(positions.load(partitions));
    toSkip = skips.load();
    return Map.copyOf(next);
  }

  /// The next offset of each partition that was sought.
  public Map<Integer, Long> positions() {
    return Map.copyOf(next);
  }

  /// The records that operators decided to skip, as of now.
  public Set<LogPosition> skips() {
    return skips.load();
  }

  /// Whether this record is still to be applied, in a partition that was sought.
  public boolean isAhead(ConsumerRecord<String, byte[]> record) {
    return record.offset() >= at(record.partition());
  }

  /// How many events of which unknown types were passed over so far.
  public Map<String, Long> unknownTypes() {
    return unknownTypes.load();
  }

  /// Applies records, those of each partition in the order of the log, all or none. Throws
  /// [StalePosition] when the positions are not those of [#seek] and what was applied since,
  /// [UnappliableRecord] when somebody has to look at the log.
  public Applied project(List<ConsumerRecord<String, byte[]>> records) {
    var moves = moves(records);
    if (moves.isEmpty()) {
      return Applied.NOTHING;
    }
    var applied =
        Objects.requireNonNull(transaction.<Applied>execute(status -> write(records, moves)));
    moves.forEach(move -> next.put(move.partition(), move.next()));
    return applied;
  }

  private List<Move> moves(List<ConsumerRecord<String, byte[]>> records) {
    var reached = new HashMap<Integer, Long>();
    for (var kafka : records) {
      long expected = reached.getOrDefault(kafka.partition(), at(kafka.partition()));
      if (kafka.offset() < expected) {
        throw new StalePosition(next);
      }
      reached.put(kafka.partition(), kafka.offset() + 1);
    }
    var moves = new ArrayList<Move>();
    reached.forEach((partition, to) -> moves.add(new Move(partition, at(partition), to)));
    return moves;
  }

  private long at(int partition) {
    Long offset = next.get(partition);
    if (offset == null) {
      throw new IllegalStateException("partition " + partition + " was not sought");
    }
    return offset;
  }

  private Applied write(List<ConsumerRecord<String, byte[]>> kafka, List<Move> moves) {
    tables.jdbc().execute(DONT_WAIT_FOR_DISK);
    positions.move(moves);
    var skipped = new ArrayList<LogPosition>();
    var followed = new ArrayList<LogRecord>();
    for (var one : kafka) {
      var position = new LogPosition(one.partition(), one.offset());
      if (toSkip.contains(position)) {
        skipped.add(position);
        LogRecord.skipped(one).filter(this::follows).ifPresent(followed::add);
      } else {
        var record = LogRecord.of(one);
        if (follows(record)) {
          followed.add(record);
        }
      }
    }
    skips.take(skipped);
    return new Applied(skipped, followed.isEmpty() ? 0 : apply(rule.select(followed)));
  }

  private boolean follows(LogRecord record) {
    return projection.follows().stream().anyMatch(record::mayBeOf);
  }

  private int apply(List<Selected> records) {
    var unknown = new ArrayList<String>();
    var events = new ArrayList<EventEnvelope>();
    for (var selected : records) {
      var record = selected.record();
      var eventClass = record.eventClass();
      if (eventClass.isEmpty()) {
        unknown.add(record.type());
      } else if (projection.reads().contains(eventClass.get())) {
        events.add(selected.event());
      }
    }
    unknownTypes.add(unknown);
    if (!events.isEmpty()) {
      writer.apply(events);
    }
    return unknown.size();
  }
}
