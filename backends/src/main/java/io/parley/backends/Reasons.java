package io.parley.backends;

import java.nio.file.AccessDeniedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;

/// The few words of a cause that belong into a sentence.
final class Reasons {
  private Reasons() {}

  static String of(Throwable failure) {
    Throwable root = root(failure);
    return switch (root) {
      case AccessDeniedException e -> "permission denied";
      case FileAlreadyExistsException e -> "a file is in its place";
      case FileSystemException e when e.getReason() != null -> e.getReason();
      default -> root.getMessage() == null ? root.getClass().getSimpleName() : root.getMessage();
    };
  }

  private static Throwable root(Throwable failure) {
    Throwable root = failure;
    while (root.getCause() != null) {
      root = root.getCause();
    }
    return root;
  }
}
