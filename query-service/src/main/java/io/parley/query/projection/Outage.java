package io.parley.query.projection;

import java.sql.SQLException;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DataAccessException;
import org.springframework.transaction.TransactionException;

/// Tells a database that does not answer now from one that refuses what it is told.
public final class Outage {
  /// By class of SQLSTATE: cardinality, data, constraints, checks of views, limits of the program
  /// (as the size of a row in an index), raised by a trigger.
  private static final Set<String> CONTENT = Set.of("21", "22", "23", "44", "54", "P0");

  /// Statements that are wrong themselves, as where a table is missing.
  private static final String STATEMENT = "42";

  private Outage() {}

  /// Whether the same may succeed later.
  public static boolean is(RuntimeException e) {
    return isOfDatabase(e) && !CONTENT.contains(stateClass(e)) && !isOfStatement(e);
  }

  /// Whether the statement is wrong, whatever the rows are.
  static boolean isOfStatement(RuntimeException e) {
    return isOfDatabase(e) && stateClass(e).equals(STATEMENT);
  }

  private static boolean isOfDatabase(RuntimeException e) {
    return e instanceof DataAccessException || e instanceof TransactionException;
  }

  private static String stateClass(RuntimeException e) {
    for (@Nullable Throwable cause = e; cause != null; cause = cause.getCause()) {
      if (cause instanceof SQLException sql && sql.getSQLState() != null) {
        return sql.getSQLState().substring(0, Math.min(2, sql.getSQLState().length()));
      }
    }
    return "";
  }
}
