package io.parley.command.shard;

import io.parley.edge.KafkaClients;
import io.parley.schemas.Topics;
import io.parley.schemas.event.EventEnvelope;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicLong;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.errors.TimeoutException;
import org.jspecify.annotations.Nullable;

/// Writes the snapshots of one partition, each checkpoint in one transaction, on a thread of its
/// own. Who makes one ends the writing of all that were made before it, on whatever node: what
/// they have begun is aborted, and they cannot commit any more. So whoever makes one *before* it
/// reads the snapshots has read all that others will ever have written.
final class SnapshotLog implements AutoCloseable {
  private static final int MAX_QUEUED_BYTES = 4 * 1024 * 1024;
  private static final int MAX_REQUEST_BYTES = 16 * 1024 * 1024;
  private static final int BATCH_BYTES = 256 * 1024;
  private static final Duration PATIENCE = Duration.ofSeconds(15);
  private static final Duration TRANSACTION = Duration.ofMinutes(10);
  private static final int COMMIT_ATTEMPTS = 4;

  private final KafkaClients clients;
  private final Topics topics;
  private final int partition;
  private final Producer<String, byte[]> producer;
  private final ExecutorService thread;
  private final AtomicLong queuedBytes = new AtomicLong();
  private @Nullable RuntimeException failure;

  /// Waits until nobody else can write.
  SnapshotLog(KafkaClients clients, Topics topics, int partition) {
    this.clients = clients;
    this.topics = topics;
    this.partition = partition;
    this.producer = clients.producer(config(topics.snapshots() + "." + partition));
    this.thread =
        Executors.newSingleThreadExecutor(
            Thread.ofVirtual().name("snapshots-" + partition).factory());
    try {
      producer.initTransactions();
    } catch (RuntimeException e) {
      close();
      throw e;
    }
  }

  private static Map<String, Object> config(String transactionalId) {
    return Map.of(
        ProducerConfig.TRANSACTIONAL_ID_CONFIG,
        transactionalId,
        ProducerConfig.TRANSACTION_TIMEOUT_CONFIG,
        Math.toIntExact(TRANSACTION.toMillis()),
        ProducerConfig.MAX_BLOCK_MS_CONFIG,
        PATIENCE.toMillis(),
        ProducerConfig.MAX_REQUEST_SIZE_CONFIG,
        MAX_REQUEST_BYTES,
        ProducerConfig.BATCH_SIZE_CONFIG,
        BATCH_BYTES,
        ProducerConfig.LINGER_MS_CONFIG,
        20,
        ProducerConfig.COMPRESSION_TYPE_CONFIG,
        "lz4");
  }

  /// Begins a checkpoint.
  void begin() {
    attempt(producer::beginTransaction);
  }

  /// Whether so much waits to be sent that nothing should be added for the moment.
  boolean isBusy() {
    return queuedBytes.get() > MAX_QUEUED_BYTES;
  }

  void add(Capture.Snapshot snapshot) {
    int size = snapshot.encoded().length;
    queuedBytes.addAndGet(size);
    attempt(() -> send(snapshot.id().toString(), snapshot.encoded()));
    thread.execute(() -> queuedBytes.addAndGet(-size));
  }

  private void send(String key, byte[] value) {
    var _ = producer.send(new ProducerRecord<>(topics.snapshots(), partition, key, value));
  }

  /// Does the next step of the checkpoint, unless one before it has failed.
  private void attempt(Runnable step) {
    thread.execute(
        () -> {
          try {
            if (failure == null) {
              step.run();
            }
          } catch (RuntimeException e) {
            failure = e;
          }
        });
  }

  /// Completes the checkpoint that has begun; `range` is what was covered then. Fails with
  /// [ShardLost] when it is not known whether this one may write any more, with any other
  /// exception when it may and there just is no checkpoint this time.
  CompletableFuture<Checkpoint> commit(Capture capture, Coverage.Range range) {
    return CompletableFuture.supplyAsync(() -> commitNow(capture, range), thread);
  }

  private Checkpoint commitNow(Capture capture, Coverage.Range range) {
    var failed = failure;
    failure = null;
    try {
      if (failed != null) {
        throw failed;
      }
      var checkpoint = capture.checkpoint(nextEvent(capture, range));
      send(Checkpoint.KEY, checkpoint.toBytes());
      producer.flush();
      commitTransaction();
      return checkpoint;
    } catch (ShardLost e) {
      throw e;
    } catch (RuntimeException e) {
      abort(e);
      throw e;
    }
  }

  private long nextEvent(Capture capture, Coverage.Range range) {
    if (!range.hasHole()) {
      return range.end();
    }
    try (var events = new PartitionReader(clients, topics.events(), partition)) {
      var look = range.look(capture.lastCommand());
      events.read(
          range.covered(),
          range.end(),
          event ->
              look.knows(event.offset(), EventEnvelope.fromBytes(event.value()).commandOffset()));
      return look.known();
    }
  }

  private void commitTransaction() {
    for (int attempt = 1; ; attempt++) {
      try {
        producer.commitTransaction();
        return;
      } catch (TimeoutException e) {
        if (attempt == COMMIT_ATTEMPTS) {
          throw ShardLost.byCheckpoint(e);
        }
      }
    }
  }

  private void abort(RuntimeException why) {
    try {
      producer.abortTransaction();
    } catch (RuntimeException e) {
      why.addSuppressed(e);
      throw ShardLost.byCheckpoint(why);
    }
  }

  /// Returns at once; what is not committed never will be.
  @Override
  public void close() {
    thread.execute(() -> producer.close(Duration.ZERO));
    thread.shutdown();
  }
}
