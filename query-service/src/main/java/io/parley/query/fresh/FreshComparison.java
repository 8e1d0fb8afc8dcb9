package io.parley.query.fresh;

import io.parley.query.projection.Projection;
import io.parley.query.projection.Schema;
import java.util.ArrayList;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// Finds out whether the live read models are exactly what the log says.
@Component
public final class FreshComparison {
  private final List<Projection> projections;
  private final FreshProjection fresh;
  private final SchemaComparison comparison;
  private final JdbcClient jdbc;

  FreshComparison(
      List<Projection> projections,
      FreshProjection fresh,
      SchemaComparison comparison,
      JdbcClient jdbc) {
    this.projections = List.copyOf(projections);
    this.fresh = fresh;
    this.comparison = comparison;
    this.jdbc = jdbc;
  }

  /// Projects the whole log anew, compares every table with the live one, and drops what it made.
  /// Empty when all are equal, row for row; the live ones must have caught up, and nothing may be
  /// written meanwhile.
  public List<String> differences() {
    var differences = new ArrayList<String>();
    for (var projection : projections) {
      var beside = new Schema("fresh_" + projection.name());
      drop(beside);
      fresh.project(projection, beside);
      differences.addAll(comparison.differences(new Schema(projection.name()), beside));
      drop(beside);
    }
    return differences;
  }

  private void drop(Schema schema) {
    jdbc.sql("drop schema if exists " + schema.name() + " cascade").update();
  }
}
