package io.parley.cluster;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.DescribeClusterOptions;
import org.apache.kafka.clients.admin.MemberDescription;
import org.apache.kafka.clients.admin.TopicDescription;

/// What an operator sees of the brokers.
public final class KafkaView {
  private static final int PATIENCE_MS = 3_000;

  private final String bootstrapServers;

  KafkaView(String bootstrapServers) {
    this.bootstrapServers = bootstrapServers;
  }

  private interface Question<T> {
    T ask(Admin admin) throws ExecutionException, InterruptedException, TimeoutException;
  }

  boolean hasBroker(int id) {
    var options = new DescribeClusterOptions().timeoutMs(PATIENCE_MS);
    return ask(admin ->
            admin.describeCluster(options).nodes().get(PATIENCE_MS, TimeUnit.MILLISECONDS))
        .map(nodes -> nodes.stream().anyMatch(node -> node.id() == id))
        .orElse(false);
  }

  /// Whether every partition of every topic, Kafka's own included, has all its copies in sync.
  public boolean allInSync() {
    return topics()
        .map(
            all ->
                all.stream()
                    .flatMap(topic -> topic.partitions().stream())
                    .allMatch(p -> p.isr().size() == p.replicas().size()))
        .orElse(false);
  }

  private Optional<List<TopicDescription>> topics() {
    return ask(
        admin -> {
          var listing = new org.apache.kafka.clients.admin.ListTopicsOptions().listInternal(true);
          Set<String> names =
              admin.listTopics(listing).names().get(PATIENCE_MS, TimeUnit.MILLISECONDS);
          Map<String, TopicDescription> all =
              admin.describeTopics(names).allTopicNames().get(PATIENCE_MS, TimeUnit.MILLISECONDS);
          return List.copyOf(all.values());
        });
  }

  /// How many partitions each member of a consumer group has now, by where it runs as the group
  /// knows it (its instance or client id); empty when nobody answers.
  public Optional<List<MemberDescription>> members(String group) {
    return ask(
        admin ->
            List.copyOf(
                admin
                    .describeConsumerGroups(List.of(group))
                    .all()
                    .get(PATIENCE_MS, TimeUnit.MILLISECONDS)
                    .values()
                    .iterator()
                    .next()
                    .members()));
  }

  private <T> Optional<T> ask(Question<T> question) {
    Map<String, Object> config =
        Map.of(
            "bootstrap.servers", bootstrapServers,
            "request.timeout.ms", PATIENCE_MS,
            "default.api.timeout.ms", PATIENCE_MS);
    try (var admin = Admin.create(config)) {
      return Optional.of(question.ask(admin));
    } catch (ExecutionException | TimeoutException e) {
      return Optional.empty();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return Optional.empty();
    }
  }
}
