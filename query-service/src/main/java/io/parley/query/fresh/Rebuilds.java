package io.parley.query.fresh;

import io.parley.query.QueryProperties;
import io.parley.query.projection.Projection;
import io.parley.query.projection.Schema;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.jdbc.BadSqlGrammarException;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/// Read models that are being built anew, or were.
@Component
public final class Rebuilds implements DisposableBean {
  private final List<Projection> projections;
  private final FreshProjection fresh;
  private final DataSource dataSource;
  private final JdbcTemplate jdbc;
  private final QueryProperties properties;
  private final Map<String, Rebuild> ours = new ConcurrentHashMap<>();

  Rebuilds(
      List<Projection> projections,
      FreshProjection fresh,
      DataSource dataSource,
      JdbcTemplate jdbc,
      QueryProperties properties) {
    this.projections = List.copyOf(projections);
    this.fresh = fresh;
    this.dataSource = dataSource;
    this.jdbc = jdbc;
    this.properties = properties;
  }

  /// How a rebuild stands.
  ///
  /// @param running whether some instance builds it now
  /// @param outcome of the last one on this instance
  /// @param positions the next offset of each partition in the tables that are not in place yet
  public record Status(boolean running, @Nullable String outcome, Map<Integer, Long> positions) {}

  /// Begins to build a read model anew. Says whether it does: no when some instance does already.
  public boolean start(String name) {
    var projection = projections.stream().filter(p -> p.name().equals(name)).findFirst();
    var lock = take(new Schema(name));
    lock.ifPresent(
        held -> {
          var rebuild = new Rebuild(projection.orElseThrow(), fresh, held, properties.switchWait());
          ours.put(name, rebuild);
          Thread.ofPlatform().daemon().name("rebuild-" + name).start(rebuild);
        });
    return lock.isPresent();
  }

  /// How it stands, whichever instance does it.
  public Status status(String name) {
    var ourOne = ours.get(name);
    var held = jdbc.queryForObject(RebuildLock.IS_HELD, Boolean.class, name);
    return new Status(
        Boolean.TRUE.equals(held),
        ourOne == null ? null : ourOne.outcome(),
        positions(new Schema(name).rebuilt()));
  }

  private Map<Integer, Long> positions(Schema rebuilt) {
    var all = new TreeMap<Integer, Long>();
    try {
      jdbc.query(
          rebuilt.sql("select partition, next_offset from {schema}.position"),
          row -> {
            all.put(row.getInt(1), row.getLong(2));
          });
    } catch (BadSqlGrammarException notThere) {
      return Map.of();
    }
    return all;
  }

  private Optional<RebuildLock> take(Schema schema) {
    try {
      return RebuildLock.take(dataSource, schema);
    } catch (SQLException e) {
      throw jdbc.getExceptionTranslator().translate("rebuild", null, e);
    }
  }

  @Override
  public void destroy() {
    ours.values().forEach(Rebuild::stop);
  }
}
