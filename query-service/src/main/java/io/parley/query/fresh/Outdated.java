package io.parley.query.fresh;

import io.parley.query.QueryProperties;
import io.parley.query.projection.Projection;
import io.parley.query.projection.Schema;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// Knows the read models that an upgrade has left without something: their rows were made by an
/// older version, and only the log can tell what is missing. Building one anew mends it, but not
/// while an instance of the older version is there, which would go on writing rows as it knows
/// them.
@Component
public final class Outdated {
  private static final Logger LOG = LoggerFactory.getLogger(Outdated.class);

  private final List<Projection> projections;
  private final Rebuilds rebuilds;
  private final JdbcClient jdbc;
  private final boolean rebuilding;

  Outdated(
      List<Projection> projections,
      Rebuilds rebuilds,
      JdbcClient jdbc,
      QueryProperties properties) {
    this.projections = List.copyOf(projections);
    this.rebuilds = rebuilds;
    this.jdbc = jdbc;
    this.rebuilding = properties.rebuildOutdated();
  }

  /// Why the rows of this read model are not what this version makes of the log; empty when they
  /// are.
  public List<String> reasons(String projection) {
    return jdbc.sql(new Schema(projection).sql("select reason from {schema}.outdated order by 1"))
        .query(String.class)
        .list();
  }

  /// Has them built anew, or says that somebody should.
  @EventListener(ApplicationReadyEvent.class)
  void mend() {
    for (var projection : projections) {
      var reasons = reasons(projection.name());
      if (!reasons.isEmpty() && !(rebuilding && rebuilds.start(projection.name()))) {
        LOG.warn(
            "Projection {} is to be built anew once all instances are of this version: {}",
            projection.name(),
            reasons);
      }
    }
  }
}
