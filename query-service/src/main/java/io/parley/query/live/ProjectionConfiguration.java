package io.parley.query.live;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.MeterBinder;
import io.parley.edge.KafkaClients;
import io.parley.edge.TopicProperties;
import io.parley.edge.trace.Spans;
import io.parley.query.QueryProperties;
import io.parley.query.projection.Projection;
import io.parley.query.projection.Projectors;
import io.parley.query.projection.Schema;
import io.parley.schemas.Topics;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import javax.sql.DataSource;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.springframework.boot.sql.init.dependency.DependsOnDatabaseInitialization;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.kafka.core.KafkaAdmin;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/// Puts the projections to work.
@Configuration(proxyBeanMethods = false)
class ProjectionConfiguration {
  private final QueryProperties properties;

  ProjectionConfiguration(QueryProperties properties) {
    this.properties = properties;
  }

  @Bean
  Projectors projectors(DataSource dataSource, PlatformTransactionManager transactions) {
    return new Projectors(dataSource, bounded(transactions));
  }

  @Bean
  @DependsOnDatabaseInitialization
  LiveProjections liveProjections(
      List<Projection> projections,
      Projectors projectors,
      KafkaClients clients,
      Topics topics,
      JdbcClient jdbc,
      MeterRegistry meters,
      Spans spans) {
    var stops = new Stops(jdbc);
    return new LiveProjections(
        projections.stream()
            .map(
                projection ->
                    new LiveProjection(
                        projectors.open(projection, new Schema(projection.name())),
                        consumers(clients, topics, projection),
                        topics.events(),
                        properties.gatherFor(),
                        stops,
                        new ProjectionMeters(meters, projection.name()),
                        spans))
            .toList(),
        properties.stopWait());
  }

  @Bean
  LogEnd logEnd(KafkaAdmin kafka, Topics topics, TopicProperties topicProperties) {
    return new LogEnd(
        () -> Admin.create(kafka.getConfigurationProperties()),
        topics.events(),
        topicProperties.partitions(),
        Math.toIntExact(properties.logEndWait().toMillis()));
  }

  @Bean
  LogEndWatch logEndWatch(LogEnd log) {
    return new LogEndWatch(log, properties.lagEvery());
  }

  @Bean
  MeterBinder projectionMeters(LiveProjections live, LogEndWatch log) {
    return registry -> live.all().forEach(one -> one.meters().show(one.progress(), log));
  }

  /// A statement that hangs would stop its projection without a word.
  private TransactionTemplate bounded(PlatformTransactionManager transactions) {
    var template = new TransactionTemplate(transactions);
    template.setTimeout(Math.toIntExact(properties.transactionTimeout().toSeconds()));
    return template;
  }

  private Supplier<Consumer<String, byte[]>> consumers(
      KafkaClients clients, Topics topics, Projection projection) {
    var group = properties.groupPrefix() + topics.prefix() + "." + projection.name();
    Map<String, Object> config = new HashMap<>();
    config.put(ConsumerConfig.GROUP_ID_CONFIG, group);
    config.put(ConsumerConfig.CLIENT_ID_CONFIG, group);
    config.put(ConsumerConfig.MAX_POLL_RECORDS_CONFIG, properties.maxPollRecords());
    int session = Math.toIntExact(properties.sessionTimeout().toMillis());
    config.put(ConsumerConfig.SESSION_TIMEOUT_MS_CONFIG, session);
    config.put(ConsumerConfig.HEARTBEAT_INTERVAL_MS_CONFIG, session / 3);
    if (properties.instanceId() != null) {
      config.put(ConsumerConfig.GROUP_INSTANCE_ID_CONFIG, properties.instanceId() + "." + group);
    }
    return () -> clients.consumer(config);
  }
}
