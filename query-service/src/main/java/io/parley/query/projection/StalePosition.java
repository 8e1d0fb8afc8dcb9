package io.parley.query.projection;

import java.util.Map;

/// Somebody else has applied events since this one last looked: nothing was written. Look again.
public final class StalePosition extends RuntimeException {
  private static final long serialVersionUID = 1L;

  StalePosition(Map<Integer, Long> expected) {
    super("the positions are not " + expected + " any more");
  }
}
