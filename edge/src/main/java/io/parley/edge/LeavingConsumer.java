package io.parley.edge;

import java.util.Map;
import org.apache.kafka.clients.consumer.CloseOptions;
import org.apache.kafka.clients.consumer.CloseOptions.GroupMembershipOperation;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringDeserializer;

/// Leaves its group when it is closed. A static member does not by itself: its partitions would
/// have no owner until its session times out.
final class LeavingConsumer extends KafkaConsumer<String, byte[]> {
  LeavingConsumer(Map<String, Object> config) {
    super(config, new StringDeserializer(), new ByteArrayDeserializer());
  }

  @Override
  public void close() {
    close(CloseOptions.groupMembershipOperation(GroupMembershipOperation.LEAVE_GROUP));
  }
}
