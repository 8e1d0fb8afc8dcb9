package io.parley.query.fresh;

import io.parley.query.projection.Schema;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Optional;
import javax.sql.DataSource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// The right to rebuild one read model, which one connection of one instance has at a time. The
/// database gives it back when the connection dies.
final class RebuildLock implements AutoCloseable {
  /// Whether somebody has it: parameter 1 is the name of the read model.
  static final String IS_HELD =
      """
      select exists (
        select from pg_locks l join pg_database d on d.oid = l.database
        where d.datname = current_database() and l.locktype = 'advisory' and l.objsubid = 2
          and l.classid = 7061 and l.objid::bigint = (hashtext(?)::bigint & 4294967295))
      """;

  private static final Logger LOG = LoggerFactory.getLogger(RebuildLock.class);
  private static final String TRY = "select pg_try_advisory_lock(7061, hashtext(?))";
  private static final String GIVE_BACK = "select pg_advisory_unlock_all()";

  private final Connection connection;

  private RebuildLock(Connection connection) {
    this.connection = connection;
  }

  /// The lock, unless somebody else has it.
  static Optional<RebuildLock> take(DataSource dataSource, Schema schema) throws SQLException {
    var connection = dataSource.getConnection();
    var lock = new RebuildLock(connection);
    try (var statement = connection.prepareStatement(TRY)) {
      statement.setString(1, schema.name());
      try (var row = statement.executeQuery()) {
        row.next();
        if (row.getBoolean(1)) {
          return Optional.of(lock);
        }
      }
    } catch (SQLException e) {
      lock.close();
      throw e;
    }
    lock.close();
    return Optional.empty();
  }

  /// The connection that has the lock: what is done with it fails when the lock is lost.
  Connection connection() {
    return connection;
  }

  @Override
  public void close() {
    try (connection) {
      connection.setAutoCommit(true);
      try (var statement = connection.createStatement()) {
        statement.execute("reset lock_timeout");
        statement.execute(GIVE_BACK);
      }
    } catch (SQLException e) {
      LOG.warn("The connection of a rebuild was lost: {}", e.getMessage());
    }
  }
}
