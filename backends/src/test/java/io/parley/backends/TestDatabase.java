package io.parley.backends;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;

/// How to reach a database. The URL has neither user nor password in it.
public record TestDatabase(String jdbcUrl, String user, String password) {
  /// A new connection; the caller closes it.
  public Connection connect() throws SQLException {
    return DriverManager.getConnection(jdbcUrl, user, password);
  }

  /// Creates an empty database on the same server.
  TestDatabase create(String name) {
    try (var connection = connect();
        var statement = connection.createStatement()) {
      statement.execute("create database " + name);
    } catch (SQLException e) {
      throw new IllegalStateException("Can't create database " + name, e);
    }
    return new TestDatabase(jdbcUrl.replaceFirst("/[^/]*$", "/" + name), user, password);
  }
}
