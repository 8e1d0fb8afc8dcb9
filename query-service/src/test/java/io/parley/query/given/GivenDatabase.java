package io.parley.query.given;

import com.zaxxer.hikari.HikariDataSource;
import io.parley.backends.TestBackends;
import io.parley.query.projection.Projectors;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/// A real database without Spring around it.
public final class GivenDatabase implements AutoCloseable {
  private final HikariDataSource pool = new HikariDataSource();

  public GivenDatabase() {
    var database = TestBackends.database();
    pool.setJdbcUrl(database.jdbcUrl());
    pool.setUsername(database.user());
    pool.setPassword(database.password());
    Flyway.configure().dataSource(pool).load().migrate();
  }

  public DataSource dataSource() {
    return pool;
  }

  public JdbcClient jdbc() {
    return JdbcClient.create(pool);
  }

  public Projectors projectors() {
    return projectors(pool);
  }

  /// Projectors that reach the database in another way.
  public static Projectors projectors(DataSource dataSource) {
    return new Projectors(
        dataSource, new TransactionTemplate(new JdbcTransactionManager(dataSource)));
  }

  @Override
  public void close() {
    pool.close();
  }
}
