package io.parley.cluster.fault;

import static org.awaitility.Awaitility.await;

import io.parley.cluster.Cluster;
import io.parley.cluster.Node;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;

/// Kills a query-service while it has a transaction open that has written: stops it where it is,
/// asks PostgreSQL, and lets it go on when it was not in the middle of one.
final class MiddleOfABatch {
  private static final String WRITING =
      """
      select count(*) from pg_stat_activity
      where application_name = ? and backend_xid is not null
      """;

  private final Cluster cluster;

  MiddleOfABatch(Cluster cluster) {
    this.cluster = cluster;
  }

  void kill(Node node) {
    await("the middle of a batch")
        .atMost(Duration.ofMinutes(2))
        .pollDelay(Duration.ZERO)
        .pollInterval(Duration.ofMillis(7))
        .until(() -> stoppedInTheMiddle(node));
    node.kill();
  }

  private boolean stoppedInTheMiddle(Node node) throws SQLException {
    node.pause();
    if (isWriting(node)) {
      return true;
    }
    node.resume();
    return false;
  }

  private boolean isWriting(Node node) throws SQLException {
    try (var connection =
            DriverManager.getConnection(cluster.databaseUrl(), "postgres", "postgres");
        var query = connection.prepareStatement(WRITING)) {
      query.setString(1, node.name());
      try (var row = query.executeQuery()) {
        row.next();
        return row.getInt(1) > 0;
      }
    }
  }
}
