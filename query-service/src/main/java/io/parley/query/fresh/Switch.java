package io.parley.query.fresh;

import io.parley.query.projection.Schema;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Predicate;

/// Puts rebuilt tables into the place of the old ones, positions and all, in one transaction.
///
/// It begins by keeping everybody from moving the old position, which waits for the transaction
/// that a projection has under way; reading goes on. Whoever wanted to move it finds the new
/// tables afterwards, at a position that it does not expect, and looks anew.
final class Switch {
  private static final String HOLD = "lock table {schema}.position in exclusive mode";
  private static final String POSITIONS = "select partition, next_offset from {schema}.position";
  private static final String RENAME = "alter schema %s rename to %s";

  private final Connection connection;
  private final Schema live;
  private final long waitMillis;

  Switch(Connection connection, Schema live, long waitMillis) {
    this.connection = connection;
    this.live = live;
    this.waitMillis = waitMillis;
  }

  /// Switches if the rebuilt tables can be brought, meanwhile, to where the old ones are, so that
  /// nobody reads older rows than before. Says whether they could.
  boolean when(Predicate<Map<Integer, Long>> caughtUp) throws SQLException {
    connection.setAutoCommit(false);
    try {
      execute("set local lock_timeout = " + waitMillis);
      execute(live.sql(HOLD));
      boolean ready = caughtUp.test(positions());
      if (ready) {
        execute(RENAME.formatted(live.name(), live.old().name()));
        execute(RENAME.formatted(live.rebuilt().name(), live.name()));
        connection.commit();
      }
      return ready;
    } finally {
      connection.rollback();
      connection.setAutoCommit(true);
    }
  }

  /// Drops what a switch, or a rebuild that did not come to one, has left behind.
  void dropLeftovers() throws SQLException {
    execute("set lock_timeout = " + waitMillis);
    execute("drop schema if exists " + live.rebuilt().name() + " cascade");
    execute("drop schema if exists " + live.old().name() + " cascade");
  }

  private Map<Integer, Long> positions() throws SQLException {
    try (var statement = connection.createStatement();
        var rows = statement.executeQuery(live.sql(POSITIONS))) {
      var all = new HashMap<Integer, Long>();
      while (rows.next()) {
        all.put(rows.getInt(1), rows.getLong(2));
      }
      return all;
    }
  }

  private void execute(String sql) throws SQLException {
    try (var statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }
}
