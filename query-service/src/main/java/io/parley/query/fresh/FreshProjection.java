package io.parley.query.fresh;

import io.parley.edge.KafkaClients;
import io.parley.query.projection.Projection;
import io.parley.query.projection.Projectors;
import io.parley.query.projection.Schema;
import io.parley.schemas.Topics;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.springframework.stereotype.Component;

/// Projects the whole log into another schema, beside the live tables, which keep answering.
@Component
public final class FreshProjection {
  private static final int RECORDS_AT_ONCE = 5_000;

  private final Projectors projectors;
  private final KafkaClients clients;
  private final String topic;

  FreshProjection(Projectors projectors, KafkaClients clients, Topics topics) {
    this.projectors = projectors;
    this.clients = clients;
    this.topic = topics.events();
  }

  /// Brings the read model in this schema to the end that the log has now. Its tables are made
  /// when they are missing; what is in them already is gone on from.
  public void project(Projection projection, Schema schema) {
    try (var catchingUp = open(projection, schema)) {
      catchingUp.upTo(catchingUp.ends(), () -> true);
    }
  }

  /// The same, step by step.
  CatchingUp open(Projection projection, Schema schema) {
    var projector = projectors.open(projection, schema);
    var consumer =
        clients.consumer(Map.of(ConsumerConfig.MAX_POLL_RECORDS_CONFIG, RECORDS_AT_ONCE));
    try {
      return new CatchingUp(projector, consumer, topic);
    } catch (RuntimeException e) {
      consumer.close();
      throw e;
    }
  }
}
