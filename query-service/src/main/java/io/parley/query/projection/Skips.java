package io.parley.query.projection;

import io.parley.schemas.LogPosition;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.springframework.jdbc.core.JdbcTemplate;

/// The records that operators decided a read model passes over. They stand beside all read models,
/// so that one that is built anew passes over the same ones.
final class Skips {
  private static final String OF =
      "select partition, record_offset from public.projection_skip where projection = ?";
  private static final String TAKE =
      """
      update public.projection_skip set taken_at = now()
      where projection = ? and partition = ? and record_offset = ? and taken_at is null
      """;

  private final JdbcTemplate jdbc;
  private final String projection;

  Skips(JdbcTemplate jdbc, String projection) {
    this.jdbc = jdbc;
    this.projection = projection;
  }

  /// Those of this read model.
  Set<LogPosition> load() {
    var all = new HashSet<LogPosition>();
    jdbc.query(
        OF,
        row -> {
          all.add(new LogPosition(row.getInt(1), row.getLong(2)));
        },
        projection);
    return all;
  }

  /// Remembers when these were passed over for the first time.
  void take(Collection<LogPosition> records) {
    if (!records.isEmpty()) {
      jdbc.batchUpdate(TAKE, records.stream().map(this::arguments).toList());
    }
  }

  private Object[] arguments(LogPosition record) {
    return List.of(projection, record.partition(), record.offset()).toArray();
  }
}
