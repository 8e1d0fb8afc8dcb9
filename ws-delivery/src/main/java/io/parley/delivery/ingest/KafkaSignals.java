package io.parley.delivery.ingest;

import io.parley.delivery.session.Signals;
import io.parley.edge.KafkaClients;
import io.parley.schemas.Topics;
import io.parley.schemas.signal.Signal;
import java.time.Duration;
import java.util.Map;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.KafkaException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.stereotype.Component;

/// Sends signals to `chat.signals`: signs of typing keyed by room, this node's signs of life
/// always to the same partition. Written by one broker, never waited for.
@Component
final class KafkaSignals implements Signals, DisposableBean {
  private static final Logger log = LoggerFactory.getLogger(KafkaSignals.class);

  private static final int NODES_PARTITION = 0;

  private final Topics topics;
  private final Producer<String, byte[]> producer;

  KafkaSignals(KafkaClients clients, Topics topics) {
    this.topics = topics;
    this.producer =
        clients.producer(
            Map.of(
                ProducerConfig.ACKS_CONFIG, "1",
                ProducerConfig.ENABLE_IDEMPOTENCE_CONFIG, false,
                ProducerConfig.MAX_BLOCK_MS_CONFIG, 500,
                ProducerConfig.REQUEST_TIMEOUT_MS_CONFIG, 1_000,
                ProducerConfig.DELIVERY_TIMEOUT_MS_CONFIG, 2_000));
  }

  @Override
  public void publish(Signal signal) {
    switch (signal) {
      case Signal.Typing sign -> send(null, sign.roomId().toString(), sign.toBytes());
      case Signal.VisitorTyping sign -> send(null, sign.roomId().toString(), sign.toBytes());
      case Signal.TicketIssued one -> send(null, Signal.ticket(one.ticketId()), one.toBytes());
      case Signal.TicketUsed one -> send(null, Signal.ticket(one.ticketId()), one.toBytes());
      case Signal.NodeAlive sign -> send(NODES_PARTITION, Signal.NODE, sign.toBytes());
    }
  }

  private void send(@Nullable Integer partition, String key, byte[] value) {
    try {
      var _ =
          producer.send(
              new ProducerRecord<>(topics.signals(), partition, key, value),
              (_, failure) -> {
                if (failure != null) {
                  log.debug("A signal got lost: {}", failure.getMessage());
                }
              });
    } catch (KafkaException e) {
      log.debug("A signal got lost: {}", e.getMessage());
    }
  }

  @Override
  public void destroy() {
    producer.close(Duration.ofSeconds(1));
  }
}
