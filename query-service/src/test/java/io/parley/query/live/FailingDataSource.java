package io.parley.query.live;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.SQLTransientConnectionException;
import javax.sql.DataSource;
import org.springframework.jdbc.datasource.DelegatingDataSource;

/// A database that can be made to be away.
final class FailingDataSource extends DelegatingDataSource {
  private volatile boolean away;

  FailingDataSource(DataSource target) {
    super(target);
  }

  void fail(boolean isAway) {
    away = isAway;
  }

  @Override
  public Connection getConnection() throws SQLException {
    if (away) {
      throw new SQLTransientConnectionException("away, for this test");
    }
    return super.getConnection();
  }
}
