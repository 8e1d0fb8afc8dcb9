package io.parley.query.live;

import io.parley.query.projection.UnappliableRecord;
import java.time.Instant;
import org.springframework.jdbc.core.simple.JdbcClient;

/// Writes down where projections cannot go on, for every instance to see.
final class Stops {
  private static final String RECORD =
      """
      insert into public.projection_stop as s (projection, partition, record_offset, reason)
      values (:projection, :partition, :offset, :reason)
      on conflict (projection, partition) do update
      set record_offset = excluded.record_offset, reason = excluded.reason,
        since = case when s.record_offset = excluded.record_offset then s.since else now() end
      """;
  private static final int MOST_CHARACTERS = 1_000;

  private final JdbcClient jdbc;

  Stops(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /// Remembers that the projection cannot go on at this record.
  Stop record(String projection, UnappliableRecord record) {
    var position = record.position();
    var reason = shortened(record.why());
    jdbc.sql(RECORD)
        .param("projection", projection)
        .param("partition", position.partition())
        .param("offset", position.offset())
        .param("reason", reason)
        .update();
    return new Stop(position, reason, Instant.now());
  }

  /// What PostgreSQL can store.
  private static String shortened(String reason) {
    var stored = reason.replace('\0', '\uFFFD');
    return stored.length() <= MOST_CHARACTERS ? stored : stored.substring(0, MOST_CHARACTERS);
  }
}
