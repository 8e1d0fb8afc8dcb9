package io.parley.backends;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/// A table of texts, for tests that want to find again what they wrote.
final class Rows {
  private Rows() {}

  static TestDatabase in(EmbeddedDatabase database) {
    return new TestDatabase(database.jdbcUrl(), database.user(), database.password());
  }

  static void create(TestDatabase database) throws SQLException {
    execute(database, "create table note (id bigserial primary key, text text not null)");
  }

  static void insert(TestDatabase database, String text) throws SQLException {
    try (var connection = database.connect();
        var statement = connection.prepareStatement("insert into note (text) values (?)")) {
      statement.setString(1, text);
      statement.executeUpdate();
    }
  }

  static List<String> all(TestDatabase database) throws SQLException {
    return query(database, "select text from note order by id");
  }

  static void execute(TestDatabase database, String sql) throws SQLException {
    try (var connection = database.connect();
        var statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }

  /// The first column of every row.
  static List<String> query(TestDatabase database, String sql) throws SQLException {
    try (var connection = database.connect();
        var statement = connection.createStatement();
        var rows = statement.executeQuery(sql)) {
      List<String> texts = new ArrayList<>();
      while (rows.next()) {
        texts.add(rows.getString(1));
      }
      return texts;
    }
  }
}
