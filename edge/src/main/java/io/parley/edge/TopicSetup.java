package io.parley.edge;

import io.parley.schemas.Topics;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Supplier;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.admin.TopicDescription;
import org.apache.kafka.common.KafkaFuture;
import org.apache.kafka.common.config.ConfigResource;
import org.apache.kafka.common.config.TopicConfig;
import org.apache.kafka.common.errors.TopicExistsException;
import org.apache.kafka.common.errors.UnknownTopicOrPartitionException;
import org.springframework.context.SmartLifecycle;

/// Creates the topics that are missing and checks those that exist, before anything uses them.
final class TopicSetup implements SmartLifecycle {
  /// Before every other part that talks to Kafka.
  static final int PHASE = -100;

  private static final String FOR_EVER = "-1";
  private static final long RETRY_MILLIS = 50;
  private static final int MEBIBYTE = 1024 * 1024;

  /// Only closed segments are compacted, so they are small, and closed at the latest after a day.
  private static final Map<String, String> SNAPSHOTS =
      Map.of(
          TopicConfig.CLEANUP_POLICY_CONFIG,
          TopicConfig.CLEANUP_POLICY_COMPACT,
          TopicConfig.MIN_CLEANABLE_DIRTY_RATIO_CONFIG,
          "0.3",
          TopicConfig.SEGMENT_BYTES_CONFIG,
          String.valueOf(32 * MEBIBYTE),
          TopicConfig.SEGMENT_MS_CONFIG,
          days(1),
          TopicConfig.MAX_MESSAGE_BYTES_CONFIG,
          String.valueOf(16 * MEBIBYTE));

  private final Topics topics;
  private final TopicProperties properties;
  private final Map<String, Object> adminConfig;
  private boolean running;

  TopicSetup(Topics topics, TopicProperties properties, Map<String, Object> adminConfig) {
    this.topics = topics;
    this.properties = properties;
    this.adminConfig = adminConfig;
  }

  @Override
  public void start() {
    try (Admin admin = Admin.create(adminConfig)) {
      createMissing(admin);
      check(admin);
      checkCompacted(admin);
    } catch (ExecutionException | TimeoutException e) {
      throw new IllegalStateException("Kafka does not answer: " + e.getMessage(), e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted while setting up topics", e);
    }
    running = true;
  }

  private void createMissing(Admin admin)
      throws ExecutionException, InterruptedException, TimeoutException {
    long timeoutMs = properties.startTimeout().toMillis();
    var existing = admin.listTopics().names().get(timeoutMs, TimeUnit.MILLISECONDS);
    var missing = new ArrayList<>(wanted());
    missing.removeIf(topic -> existing.contains(topic.name()));
    for (var created : admin.createTopics(missing).values().values()) {
      try {
        created.get(timeoutMs, TimeUnit.MILLISECONDS);
      } catch (ExecutionException e) {
        if (!(e.getCause() instanceof TopicExistsException)) {
          throw e;
        }
      }
    }
  }

  /// A changed number of partitions would move rooms from one shard to another.
  private void check(Admin admin)
      throws ExecutionException, InterruptedException, TimeoutException {
    for (TopicDescription topic : describe(admin)) {
      if (topic.partitions().size() != properties.partitions()) {
        throw new IllegalStateException(
            "Topic %s has %d partitions, and parley.topics.partitions says %d: the number is fixed once a topic exists."
                .formatted(topic.name(), topic.partitions().size(), properties.partitions()));
      }
    }
  }

  /// Snapshots that Kafka deletes by their age would be missing in what their checkpoint says.
  private void checkCompacted(Admin admin)
      throws ExecutionException, InterruptedException, TimeoutException {
    var topic = new ConfigResource(ConfigResource.Type.TOPIC, topics.snapshots());
    var config = onceKnown(() -> admin.describeConfigs(List.of(topic)).all());
    var policy =
        Objects.requireNonNull(config.get(topic)).get(TopicConfig.CLEANUP_POLICY_CONFIG).value();
    if (!TopicConfig.CLEANUP_POLICY_COMPACT.equals(policy)) {
      throw new IllegalStateException(
          "Topic %s has the cleanup.policy %s: it must be compact."
              .formatted(topics.snapshots(), policy));
    }
  }

  private Collection<TopicDescription> describe(Admin admin)
      throws ExecutionException, InterruptedException, TimeoutException {
    var names = wanted().stream().map(NewTopic::name).toList();
    return onceKnown(() -> admin.describeTopics(names).allTopicNames()).values();
  }

  /// A topic that has just been made is not known at once.
  private <T> T onceKnown(Supplier<KafkaFuture<T>> question)
      throws ExecutionException, InterruptedException, TimeoutException {
    long timeoutNanos = properties.startTimeout().toNanos();
    for (long start = System.nanoTime(); ; Thread.sleep(RETRY_MILLIS)) {
      try {
        return question.get().get(timeoutNanos, TimeUnit.NANOSECONDS);
      } catch (ExecutionException e) {
        boolean mayCome = e.getCause() instanceof UnknownTopicOrPartitionException;
        if (!mayCome || System.nanoTime() - start > timeoutNanos) {
          throw e;
        }
      }
    }
  }

  private List<NewTopic> wanted() {
    return List.of(
        topic(topics.commands(), days(7), Map.of("message.timestamp.type", "LogAppendTime")),
        topic(topics.deadCommands(), days(30), Map.of()),
        topic(topics.events(), FOR_EVER, Map.of()),
        topic(topics.snapshots(), FOR_EVER, SNAPSHOTS),
        topic(topics.signals(), hours(1), Map.of()),
        topic(topics.replies(), hours(1), Map.of()));
  }

  private NewTopic topic(String name, String retentionMs, Map<String, String> more) {
    var config = new java.util.HashMap<>(more);
    config.put(TopicConfig.RETENTION_MS_CONFIG, retentionMs);
    config.put(
        TopicConfig.MIN_IN_SYNC_REPLICAS_CONFIG, String.valueOf(properties.minInsyncReplicas()));
    return new NewTopic(name, properties.partitions(), properties.replicationFactor())
        .configs(config);
  }

  private static String days(int days) {
    return String.valueOf(Duration.ofDays(days).toMillis());
  }

  private static String hours(int hours) {
    return String.valueOf(Duration.ofHours(hours).toMillis());
  }

  @Override
  public void stop() {
    running = false;
  }

  @Override
  public boolean isRunning() {
    return running;
  }

  @Override
  public int getPhase() {
    return PHASE;
  }
}
