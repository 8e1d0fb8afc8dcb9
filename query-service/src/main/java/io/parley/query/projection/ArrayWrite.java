package io.parley.query.projection;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.Collection;
import java.util.List;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.JdbcTemplate;

/// One statement that writes many rows, which go to the database as one array for each column.
public final class ArrayWrite<T> {
  private final JdbcTemplate jdbc;
  private final String statement;
  private final List<Column<T>> columns;

  ArrayWrite(JdbcTemplate jdbc, String template, List<Column<T>> columns) {
    this.jdbc = jdbc;
    this.columns = List.copyOf(columns);
    this.statement = template.replace("{rows}", unnest(columns));
  }

  private static <T> String unnest(List<Column<T>> columns) {
    return columns.stream()
        .map(column -> "?::" + column.type() + "[]")
        .collect(Collectors.joining(", ", "unnest(", ")"));
  }

  /// Writes the rows and says how many of the table's were touched. Without rows does nothing.
  public int execute(Collection<T> rows) {
    return rows.isEmpty() ? 0 : jdbc.update(connection -> prepare(connection, rows));
  }

  private PreparedStatement prepare(Connection connection, Collection<T> rows) throws SQLException {
    var prepared = connection.prepareStatement(statement);
    int index = 1;
    for (Column<T> column : columns) {
      Object[] values = rows.stream().map(column.value()).toArray();
      prepared.setArray(index++, connection.createArrayOf(column.type(), values));
    }
    return prepared;
  }
}
