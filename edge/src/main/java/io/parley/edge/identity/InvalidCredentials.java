package io.parley.edge.identity;

/// Credentials that do not hold: expired, used up, of another key, of a wrong form.
public final class InvalidCredentials extends RuntimeException {
  private static final long serialVersionUID = 1L;

  /// Because of this, in a sentence for whoever brought them.
  public InvalidCredentials(String why) {
    super(why, null, false, false);
  }
}
