package io.parley.edge.command;

import io.parley.edge.KafkaClients;
import io.parley.schemas.command.CommandEnvelope;
import io.parley.schemas.reply.Reply;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.WakeupException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Reads one partition of `chat.replies` from its end and hands each reply to who waits for it.
final class ReplyTail implements Runnable {
  private static final Logger LOG = LoggerFactory.getLogger(ReplyTail.class);
  private static final Duration POLL = Duration.ofSeconds(1);

  private final Consumer<String, byte[]> consumer;
  private final Waiting waiting;
  private final Thread thread;
  private volatile boolean closing;

  ReplyTail(KafkaClients clients, String topic, int partition, Waiting waiting) {
    this.waiting = waiting;
    this.consumer =
        clients.consumer(
            Map.of(
                ConsumerConfig.AUTO_OFFSET_RESET_CONFIG,
                "latest",
                ConsumerConfig.FETCH_MAX_WAIT_MS_CONFIG,
                500));
    var place = new TopicPartition(topic, partition);
    consumer.assign(List.of(place));
    consumer.seekToEnd(List.of(place));
    consumer.position(place);
    this.thread = new Thread(this, "replies");
  }

  void start() {
    thread.start();
  }

  @Override
  public void run() {
    try (consumer) {
      while (!closing) {
        try {
          consumer.poll(POLL).forEach(this::handOver);
        } catch (WakeupException e) {
          LOG.debug("woken up to close");
        } catch (RuntimeException e) {
          LOG.warn("Replies cannot be read for the moment", e);
        }
      }
    }
  }

  private void handOver(ConsumerRecord<String, byte[]> record) {
    var to = record.headers().lastHeader(CommandEnvelope.REPLY_TO);
    if (to == null) {
      return;
    }
    String id = new String(to.value(), StandardCharsets.UTF_8);
    if (waiting.isWaiting(id)) {
      try {
        waiting.complete(id, Reply.fromBytes(record.value()));
      } catch (RuntimeException e) {
        LOG.error("A reply cannot be read; whoever asked will ask again", e);
      }
    }
  }

  void close() {
    closing = true;
    consumer.wakeup();
    try {
      thread.join(Duration.ofSeconds(5));
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
