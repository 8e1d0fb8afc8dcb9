package io.parley.query.projection;

import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.transaction.support.TransactionOperations;

/// Makes projectors, and the tables that they write to.
public final class Projectors {
  private final DataSource dataSource;
  private final JdbcTemplate jdbc;
  private final TransactionOperations transaction;

  /// All on one database.
  public Projectors(DataSource dataSource, TransactionOperations transaction) {
    this.dataSource = dataSource;
    this.jdbc = new JdbcTemplate(dataSource);
    this.transaction = transaction;
  }

  /// A projector of this read model into this schema, whose tables are there when this returns.
  /// Several at once, in several processes, are safe.
  public Projector open(Projection projection, Schema schema) {
    Flyway.configure()
        .dataSource(dataSource)
        .schemas(schema.name())
        .locations("classpath:db/projection/engine", "classpath:db/projection/" + projection.name())
        .load()
        .migrate();
    return new Projector(projection, new Tables(jdbc, schema), transaction);
  }
}
