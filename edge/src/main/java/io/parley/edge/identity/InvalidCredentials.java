package io.parley.edge.identity;

/// Credentials that do not hold: expired, of another key, of a wrong form.
public final class InvalidCredentials extends RuntimeException {
  private static final long serialVersionUID = 1L;

  InvalidCredentials(String why) {
    super(why, null, false, false);
  }
}
