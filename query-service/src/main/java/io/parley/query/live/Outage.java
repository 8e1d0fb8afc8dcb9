package io.parley.query.live;

import org.springframework.dao.DataAccessException;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.jdbc.BadSqlGrammarException;
import org.springframework.transaction.TransactionException;

/// Tells a database that does not answer now from a mistake that trying again repeats.
final class Outage {
  private Outage() {}

  static boolean is(RuntimeException e) {
    return switch (e) {
      case DataIntegrityViolationException _, BadSqlGrammarException _ -> false;
      case DataAccessException _, TransactionException _ -> true;
      default -> false;
    };
  }
}
