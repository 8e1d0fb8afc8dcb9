package io.parley.cluster;

/// Something of the cluster can't be started or reached; the message says what to do.
public final class ClusterFailure extends RuntimeException {
  private static final long serialVersionUID = 1;

  ClusterFailure(String message) {
    super(message);
  }

  ClusterFailure(String message, Throwable cause) {
    super(message, cause);
  }
}
