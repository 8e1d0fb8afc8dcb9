package io.parley.query.live;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/// Asks something far away for many at once: one question is on its way at a time, and its answer
/// is for all who wanted to know before it was sent. Safe for any thread.
final class SingleFlight<T> {
  private final Supplier<CompletionStage<T>> question;
  private final Object lock = new Object();
  private @Nullable CompletableFuture<T> waiting;
  private boolean underWay;

  SingleFlight(Supplier<CompletionStage<T>> question) {
    this.question = question;
  }

  /// The answer to a question that was sent after this was called. Shared: only to be read.
  CompletableFuture<T> next() {
    CompletableFuture<T> answer;
    synchronized (lock) {
      answer = waiting == null ? new CompletableFuture<>() : waiting;
      waiting = answer;
      if (underWay) {
        return answer;
      }
      underWay = true;
    }
    ask();
    return answer;
  }

  private void ask() {
    CompletableFuture<T> asked;
    synchronized (lock) {
      if (waiting == null) {
        underWay = false;
        return;
      }
      asked = waiting;
      waiting = null;
    }
    var _ = send().whenComplete((answer, failure) -> landed(asked, answer, failure));
  }

  private CompletionStage<T> send() {
    try {
      return question.get();
    } catch (RuntimeException e) {
      return CompletableFuture.failedFuture(e);
    }
  }

  private void landed(CompletableFuture<T> asked, @Nullable T answer, @Nullable Throwable failure) {
    if (answer == null) {
      asked.completeExceptionally(failure == null ? new IllegalStateException() : failure);
    } else {
      asked.complete(answer);
    }
    ask();
  }
}
