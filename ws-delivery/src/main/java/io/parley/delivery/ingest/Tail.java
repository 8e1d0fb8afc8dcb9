package io.parley.delivery.ingest;

import io.parley.delivery.fanout.LogRecords;
import io.parley.edge.KafkaClients;
import io.parley.edge.trace.Spans;
import io.parley.schemas.Topics;
import io.parley.schemas.event.EventHeaders;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.OffsetOutOfRangeException;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.WakeupException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/// Tails all partitions of `chat.events` and `chat.signals` on one thread, from their ends at
/// start.
///
/// Whatever goes wrong with Kafka, it tries again, and goes on with the first event that it has
/// not taken up; until then [TailPositions] says that it is not running.
@Component
final class Tail implements SmartLifecycle {
  private static final Logger log = LoggerFactory.getLogger(Tail.class);
  private static final Duration POLL = Duration.ofMillis(500);
  private static final Duration BACK_OFF = Duration.ofSeconds(1);

  private final KafkaClients clients;
  private final Topics topics;
  private final TailPositions positions;
  private final LogRecords records;
  private final TailMetrics metrics;
  private final Spans spans;
  private volatile boolean running;
  private volatile @Nullable Consumer<String, byte[]> consumer;
  private @Nullable Thread thread;

  Tail(
      KafkaClients clients,
      Topics topics,
      TailPositions positions,
      LogRecords records,
      TailMetrics metrics,
      Spans spans) {
    this.clients = clients;
    this.topics = topics;
    this.positions = positions;
    this.records = records;
    this.metrics = metrics;
    this.spans = spans;
  }

  @Override
  public void start() {
    running = true;
    thread = Thread.ofPlatform().name("parley-tail").start(this::run);
  }

  private void run() {
    while (running) {
      try (var tailing =
          clients.consumer(Map.of(ConsumerConfig.AUTO_OFFSET_RESET_CONFIG, "none"))) {
        consumer = tailing;
        tail(tailing);
      } catch (WakeupException e) {
        // stop() has been called, or will be seen not to have been
      } catch (RuntimeException e) {
        log.error("The tail of the log broke off and is taken up again", e);
        pause();
      } finally {
        consumer = null;
        positions.stopped();
      }
    }
  }

  private void tail(Consumer<String, byte[]> tailing) {
    var events = partitions(tailing, topics.events());
    var signals = partitions(tailing, topics.signals());
    var all = new ArrayList<>(events);
    all.addAll(signals);
    tailing.assign(all);
    tailing.seekToEnd(signals);
    records.signalsMissed();
    seek(tailing, events);
    positions.started(events.size());
    var brokers = new Brokers(tailing);
    log.info("Tailing {} and {}", topics.events(), topics.signals());
    while (running) {
      try {
        tailing.poll(POLL).forEach(this::take);
        positions.lag(lag(tailing, events));
        if (brokers.haveAnswered()) {
          positions.heard();
        }
      } catch (OffsetOutOfRangeException e) {
        log.error("Records are gone before they were read: {}", e.offsetOutOfRangePartitions());
        tailing.seekToEnd(e.partitions());
        records.signalsMissed();
      }
    }
  }

  private void seek(Consumer<String, byte[]> tailing, List<TopicPartition> events) {
    var unknown = new ArrayList<TopicPartition>();
    for (var partition : events) {
      var next = positions.next(partition.partition());
      if (next.isPresent()) {
        tailing.seek(partition, next.getAsLong());
      } else {
        unknown.add(partition);
      }
    }
    if (!unknown.isEmpty()) {
      tailing.seekToEnd(unknown);
      unknown.forEach(p -> positions.next(p.partition(), tailing.position(p)));
    }
  }

  /// The position moves before anybody is looked up, so whoever subscribes and then asks for the
  /// position is shown everything after it.
  private void take(ConsumerRecord<String, byte[]> record) {
    try {
      if (record.topic().equals(topics.events())) {
        positions.next(record.partition(), record.offset() + 1);
        show(record);
      } else {
        records.signal(record.key(), record.value());
      }
    } catch (RuntimeException e) {
      positions.failed();
      log.error(
          "Record {}-{}@{} was passed over",
          record.topic(),
          record.partition(),
          record.offset(),
          e);
    }
  }

  private void show(ConsumerRecord<String, byte[]> record) {
    try (var span = spans.follow("deliver", Spans.traceparent(record));
        var _ = span.makeCurrent()) {
      if (records.event(record.key(), audience(record), record.value())) {
        metrics.shown(record.timestamp());
      }
    }
  }

  private static @Nullable String audience(ConsumerRecord<String, byte[]> record) {
    var header = record.headers().lastHeader(EventHeaders.AUDIENCE);
    return header == null ? null : new String(header.value(), StandardCharsets.UTF_8);
  }

  private static List<TopicPartition> partitions(Consumer<String, byte[]> tailing, String topic) {
    return tailing.partitionsFor(topic).stream()
        .map(info -> new TopicPartition(topic, info.partition()))
        .toList();
  }

  private static long lag(Consumer<String, byte[]> tailing, List<TopicPartition> events) {
    return events.stream().mapToLong(p -> tailing.currentLag(p).orElse(0)).sum();
  }

  private void pause() {
    try {
      if (running) {
        Thread.sleep(BACK_OFF);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      running = false;
    }
  }

  @Override
  public void stop() {
    running = false;
    var tailing = consumer;
    if (tailing != null) {
      tailing.wakeup();
    }
    try {
      if (thread != null) {
        thread.join(Duration.ofSeconds(5));
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  @Override
  public boolean isRunning() {
    return running;
  }

  @Override
  public int getPhase() {
    return 0;
  }
}
