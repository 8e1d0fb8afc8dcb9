package io.parley.backends;

import java.io.Serial;

/// A backend can't start here. The message is one sentence for whoever started it: what is wrong,
/// and what to do about it.
public final class BackendFailure extends RuntimeException {
  @Serial private static final long serialVersionUID = 1L;

  BackendFailure(String sentence) {
    super(sentence);
  }

  /// Says what is wrong and what to do, in one sentence.
  public BackendFailure(String sentence, Throwable cause) {
    super(sentence, cause);
  }
}
