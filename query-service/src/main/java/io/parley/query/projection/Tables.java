package io.parley.query.projection;

import java.util.List;
import org.springframework.jdbc.core.JdbcTemplate;

/// The tables of one read model in one schema.
public record Tables(JdbcTemplate jdbc, Schema schema) {

  /// A statement that takes many rows at once: `{schema}` is the schema, `{rows}` the rows, a
  /// table with these columns.
  public <T> ArrayWrite<T> write(String statement, List<Column<T>> columns) {
    return new ArrayWrite<>(jdbc, schema.sql(statement), columns);
  }

  /// A statement in this schema.
  public String sql(String statement) {
    return schema.sql(statement);
  }
}
