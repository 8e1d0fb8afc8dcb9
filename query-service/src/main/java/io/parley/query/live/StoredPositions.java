package io.parley.query.live;

import io.parley.query.projection.Schema;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executor;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// How far projections are in the database, whichever instance brought them there. However many
/// ask, one query for each projection is under way at a time.
@Component
public final class StoredPositions {
  private static final String SELECT =
      """
      select p.partition, p.next_offset, s.partition is not null
      from {schema}.position p
      left join public.projection_stop s on s.projection = :projection
        and s.partition = p.partition and s.record_offset = p.next_offset
      """;

  private static final Executor VIRTUAL = task -> Thread.ofVirtual().start(task);

  private final JdbcClient jdbc;
  private final Map<String, SingleFlight<Map<Integer, Stored>>> queries = new ConcurrentHashMap<>();

  StoredPositions(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /// The next offset of a partition, and whether the projection cannot go on there.
  public record Stored(long next, boolean stopped) {}

  /// How far it is in each partition, as of some time after this was called.
  public Map<Integer, Stored> of(String projection) {
    try {
      return queries.computeIfAbsent(projection, this::flight).next().join();
    } catch (CompletionException e) {
      throw e.getCause() instanceof RuntimeException cause ? cause : e;
    }
  }

  private SingleFlight<Map<Integer, Stored>> flight(String projection) {
    return new SingleFlight<>(() -> CompletableFuture.supplyAsync(() -> load(projection), VIRTUAL));
  }

  private Map<Integer, Stored> load(String projection) {
    var all = new HashMap<Integer, Stored>();
    jdbc.sql(new Schema(projection).sql(SELECT))
        .param("projection", projection)
        .query(
            row -> {
              all.put(row.getInt(1), new Stored(row.getLong(2), row.getBoolean(3)));
            });
    return Map.copyOf(all);
  }
}
