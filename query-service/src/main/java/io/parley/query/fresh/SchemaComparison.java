package io.parley.query.fresh;

import io.parley.query.projection.Schema;
import java.util.ArrayList;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// Compares two schemas table by table and row by row.
@Component
public final class SchemaComparison {
  private static final int SAMPLES = 5;

  private final JdbcClient jdbc;

  SchemaComparison(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /// The first rows of each table that only one of the schemas has, each with the table and the
  /// schema that has it; empty when they hold the same.
  public List<String> differences(Schema one, Schema other) {
    var differences = new ArrayList<String>();
    for (String table : tables(one)) {
      differences.addAll(onlyIn(one, other, table));
      differences.addAll(onlyIn(other, one, table));
    }
    return differences;
  }

  /// All tables but the history of the schema itself.
  List<String> tables(Schema schema) {
    return jdbc.sql(
            """
            select tablename from pg_tables
            where schemaname = :schema and tablename <> 'flyway_schema_history' order by 1
            """)
        .param("schema", schema.name())
        .query(String.class)
        .list();
  }

  private List<String> onlyIn(Schema here, Schema notThere, String table) {
    String sql =
        "select r::text from (select * from %s.%s except all select * from %s.%s) r limit %d"
            .formatted(here.name(), table, notThere.name(), table, SAMPLES);
    return jdbc.sql(sql).query(String.class).list().stream()
        .map(row -> "only in %s.%s: %s".formatted(here.name(), table, row))
        .toList();
  }
}
