package io.parley.query.given;

import org.jspecify.annotations.Nullable;
import org.springframework.transaction.TransactionStatus;
import org.springframework.transaction.support.TransactionCallback;
import org.springframework.transaction.support.TransactionOperations;

/// Transactions at a certain point of which the process dies.
public final class CrashingTransactions implements TransactionOperations {
  private final TransactionOperations transactions;
  private Point point = Point.NEVER;

  public CrashingTransactions(TransactionOperations transactions) {
    this.transactions = transactions;
  }

  /// Where it dies.
  public enum Point {
    NEVER,
    BEFORE,
    WITHIN,
    AFTER_COMMIT
  }

  /// The process has died.
  public static final class Crash extends RuntimeException {
    private static final long serialVersionUID = 1L;
  }

  /// The next transaction dies there, and only that one.
  public void dieAt(Point next) {
    point = next;
  }

  @Override
  public <T extends @Nullable Object> T execute(TransactionCallback<T> action) {
    var now = point;
    point = Point.NEVER;
    dieIf(now == Point.BEFORE);
    T result = transactions.execute(status -> within(now, action, status));
    dieIf(now == Point.AFTER_COMMIT);
    return result;
  }

  private static <T extends @Nullable Object> T within(
      Point now, TransactionCallback<T> action, TransactionStatus status) {
    T result = action.doInTransaction(status);
    dieIf(now == Point.WITHIN);
    return result;
  }

  private static void dieIf(boolean now) {
    if (now) {
      throw new Crash();
    }
  }
}
