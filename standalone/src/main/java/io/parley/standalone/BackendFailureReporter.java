package io.parley.standalone;

import io.parley.backends.BackendFailure;
import org.springframework.boot.SpringBootExceptionReporter;

/// Takes a backend's failure out of Spring's hands, which would print where in the code it
/// happened: whoever started Parley is told in one sentence what to do.
final class BackendFailureReporter implements SpringBootExceptionReporter {
  @Override
  public boolean reportException(Throwable failure) {
    return failure instanceof BackendFailure;
  }
}
