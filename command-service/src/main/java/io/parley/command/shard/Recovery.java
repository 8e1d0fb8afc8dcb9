package io.parley.command.shard;

import io.parley.command.CommandProperties;
import io.parley.edge.KafkaClients;
import io.parley.schemas.Topics;
import io.parley.schemas.event.EventEnvelope;
import java.util.concurrent.CancellationException;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Brings a shard back from the log: takes its snapshots, and folds the events after them up to
/// where the log ends now. What a former owner still has in flight may land behind that; it would
/// be the same events that this shard writes, and readers drop the second of each. Where the
/// snapshots are of no use, all events are folded. Where the events are of commands that their
/// topic does not reach, there is no shard.
final class Recovery {
  private static final Logger LOG = LoggerFactory.getLogger(Recovery.class);

  private final KafkaClients clients;
  private final Topics topics;
  private final RocksStores stores;
  private final int maxHot;

  Recovery(KafkaClients clients, Topics topics, RocksStores stores, CommandProperties properties) {
    this.clients = clients;
    this.topics = topics;
    this.stores = stores;
    this.maxHot = properties.hotAggregates();
  }

  /// A recovered shard, the offset behind the last event that it has seen, and where its snapshots
  /// go.
  record Recovered(Shard shard, long nextEvent, SnapshotLog snapshots) implements AutoCloseable {
    @Override
    public void close() {
      snapshots.close();
      shard.close();
    }
  }

  /// Reads until the end; throws `CancellationException` when it is no longer wanted, and
  /// [BrokenLog] where events contradict each other or their commands.
  Recovered recover(int partition, boolean trustSnapshots, BooleanSupplier wanted) {
    var snapshots = new SnapshotLog(clients, topics, partition);
    try (var events = new PartitionReader(clients, topics.events(), partition)) {
      long end = events.end();
      var shard = trustSnapshots ? fromSnapshots(partition, events, end, wanted) : null;
      if (shard == null) {
        shard = fromEvents(partition, events, end, wanted);
      }
      return new Recovered(fitting(shard, partition), end, snapshots);
    } catch (RuntimeException e) {
      snapshots.close();
      throw e;
    }
  }

  private @Nullable Shard fromSnapshots(
      int partition, PartitionReader events, long end, BooleanSupplier wanted) {
    var store = stores.open(partition);
    try (var records = new PartitionReader(clients, topics.snapshots(), partition)) {
      var snapshots = new SnapshotReader(store);
      snapshots.read(records, wanted);
      checkWanted(wanted);
      var shard = snapshots.shard(maxHot, events.beginning(), end);
      if (shard != null) {
        fold(shard, events, snapshots.nextEvent(), end, wanted);
        return shard;
      }
    } catch (BrokenLog e) {
      LOG.warn("Events contradict snapshots of shard {}: reads the events alone", partition, e);
    } catch (ShardLost e) {
      if (!e.isBySnapshot()) {
        store.close();
        throw e;
      }
      LOG.warn("Snapshots of shard {} are of no use: reads the events alone", partition, e);
    } catch (RuntimeException e) {
      store.close();
      throw e;
    }
    store.close();
    return null;
  }

  private Shard fromEvents(
      int partition, PartitionReader events, long end, BooleanSupplier wanted) {
    var shard = new Shard(new Slots(stores.open(partition), maxHot), -1);
    try {
      fold(shard, events, events.beginning(), end, wanted);
      return shard;
    } catch (RuntimeException e) {
      shard.close();
      throw e;
    }
  }

  /// The next command comes to the end of its topic; a shard that has decided what will stand
  /// there would pass it over. Deletion by age moves only the beginning.
  private Shard fitting(Shard shard, int partition) {
    try (var commands = new PartitionReader(clients, topics.commands(), partition)) {
      long end = commands.end();
      if (end < shard.nextCommandOffset()) {
        throw new BrokenLog(
            ("%s-%d ends at offset %d, but the events say that all before %d is decided:"
                    + " new commands would be passed over. Put the commands of these events back;"
                    + " if they are lost, append anything until the partition ends at %4$d")
                .formatted(topics.commands(), partition, end, shard.nextCommandOffset()));
      }
      return shard;
    } catch (RuntimeException e) {
      shard.close();
      throw e;
    }
  }

  private static void fold(
      Shard shard, PartitionReader events, long from, long end, BooleanSupplier wanted) {
    events.read(
        from,
        end,
        record -> {
          shard.replay(EventEnvelope.fromBytes(record.value()), record.value());
          return wanted.getAsBoolean();
        });
    checkWanted(wanted);
  }

  private static void checkWanted(BooleanSupplier wanted) {
    if (!wanted.getAsBoolean()) {
      throw new CancellationException("no longer wanted");
    }
  }
}
