package io.parley.backends;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.SQLException;
import java.util.concurrent.atomic.AtomicBoolean;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// A real PostgreSQL beside this process, durable, reachable from this machine only (by whoever is
/// on it).
///
/// What was committed is there after a restart and after the process was killed.
public final class EmbeddedDatabase implements AutoCloseable {
  private static final Logger log = LoggerFactory.getLogger(EmbeddedDatabase.class);
  private static final String NAME = "parley";
  private static final String SUPERUSER = "postgres";

  private final EmbeddedPostgres server;
  private final AtomicBoolean closed = new AtomicBoolean();

  private EmbeddedDatabase(EmbeddedPostgres server) {
    this.server = server;
  }

  /// Starts the server on `postgres/` of the directory, with the database `parley` in it, and
  /// returns once it serves. A server that a killed process left running there is stopped first.
  ///
  /// @param preferredPort taken when free, else any other; 0 for any
  /// @throws BackendFailure when it can't start
  public static EmbeddedDatabase start(DataDirectory directory, int preferredPort) {
    var files = new PostgresFiles(directory);
    var orphan = new OrphanedPostgres(files.cluster());
    orphan.stop();
    try {
      files.discardUnfinished();
      int port = Ports.preferredOrFree("PostgreSQL", preferredPort);
      var database = new EmbeddedDatabase(PostgresServer.start(files, port));
      database.createWhenMissing();
      log.info("PostgreSQL listens on {}, data in {}", database.jdbcUrl(), files.cluster());
      return database;
    } catch (IOException | SQLException | RuntimeException e) {
      orphan.stop();
      throw new BackendFailure(
          "The embedded PostgreSQL can't start on %s (%s): put that right (%s says more), or start afresh on another data directory (PARLEY_DATA_DIR)."
              .formatted(files.cluster(), files.lastComplaint().orElse(Reasons.of(e)), files.log()),
          e);
    }
  }

  private void createWhenMissing() throws SQLException {
    try (var connection = server.getPostgresDatabase().getConnection();
        var statement = connection.createStatement();
        var found =
            statement.executeQuery("select from pg_database where datname = '" + NAME + "'")) {
      if (!found.next()) {
        statement.execute("create database " + NAME);
      }
    }
  }

  /// Without user and password in it.
  public String jdbcUrl() {
    return "jdbc:postgresql://%s:%d/%s".formatted(Ports.HOST, server.getPort(), NAME);
  }

  public String user() {
    return SUPERUSER;
  }

  /// Asked for by those who need one; the server takes any.
  public String password() {
    return SUPERUSER;
  }

  /// Stops in order, ending the connections that are left; a second call does nothing.
  @Override
  public void close() {
    if (closed.compareAndSet(false, true)) {
      try {
        server.close();
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
  }
}
