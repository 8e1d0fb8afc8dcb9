package io.parley.query.fresh;

import static org.assertj.core.api.Assertions.assertThat;

import io.parley.query.projection.Schema;
import java.util.Map;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;

/// How far a read model has come in each partition, as those see it who wait for a position.
final class ReachedPositions {
  private final JdbcClient jdbc;
  private final Schema schema;
  private Map<Integer, Long> last = Map.of();

  ReachedPositions(JdbcClient jdbc, Schema schema) {
    this.jdbc = jdbc;
    this.schema = schema;
  }

  /// Fails where somebody was told of a position that is not reached any more.
  void assertNoneWentBack() {
    var now = now();
    assertThat(now)
        .as("%s after %s", schema.name(), last)
        .allSatisfy(
            (partition, next) ->
                assertThat(next).isGreaterThanOrEqualTo(last.getOrDefault(partition, 0L)));
    last = now;
  }

  private Map<Integer, Long> now() {
    return jdbc
        .sql("select partition, next_offset from " + schema.name() + ".position")
        .query((row, _) -> Map.entry(row.getInt(1), row.getLong(2)))
        .list()
        .stream()
        .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
  }
}
