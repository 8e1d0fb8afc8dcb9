package io.parley.edge;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/// How the topics are made where they are missing.
///
/// @param prefix what all their names begin with
/// @param partitions how many partitions each has; fixed once they exist
/// @param replicationFactor copies of each, 3 in production
/// @param minInsyncReplicas copies that must have a record before it counts, 2 in production
/// @param startTimeout how long to wait for the brokers at start
@ConfigurationProperties("parley.topics")
public record TopicProperties(
    @DefaultValue("chat") String prefix,
    @DefaultValue("12") int partitions,
    @DefaultValue("1") short replicationFactor,
    @DefaultValue("1") int minInsyncReplicas,
    @DefaultValue("60s") Duration startTimeout) {}
