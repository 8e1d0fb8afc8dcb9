package io.parley.backends;

import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;

/// The one directory that holds everything a standalone Parley keeps. While it is open, it belongs
/// to this process alone.
///
/// The lock goes with the process, however that ends: what a killed one leaves behind never stands
/// in the way.
public final class DataDirectory implements AutoCloseable {
  private static final long MEGABYTE = 1024 * 1024;
  private static final long LEAST_FREE_BYTES = 200 * MEGABYTE;
  private static final String OR_ANOTHER = ", or choose another data directory (PARLEY_DATA_DIR)";

  private final Path path;
  private final DirectoryLock lock;

  private DataDirectory(Path path, DirectoryLock lock) {
    this.path = path;
    this.lock = lock;
  }

  /// Opens the directory, creating it when missing (readable by its owner only).
  ///
  /// @throws BackendFailure when it can't be written, less than 200 MB are free, or another
  /// process has it open
  public static DataDirectory open(Path path) {
    return open(path, LEAST_FREE_BYTES);
  }

  static DataDirectory open(Path path, long leastFreeBytes) {
    Path directory = created(path.toAbsolutePath().normalize());
    try {
      requireSpace(directory, leastFreeBytes);
      return new DataDirectory(directory, DirectoryLock.take(directory));
    } catch (IOException e) {
      throw notWritable(directory, e);
    }
  }

  public Path path() {
    return path;
  }

  Path resolve(String name) {
    return path.resolve(name);
  }

  private static Path created(Path directory) {
    try {
      if (!Files.exists(directory)) {
        Files.createDirectories(directory.resolve("..").normalize());
        createPrivate(directory);
      }
      return Files.createDirectories(directory).toRealPath();
    } catch (FileAlreadyExistsException e) {
      throw new BackendFailure(
          "The data directory %s can't be made because %s is a file: move the file away%s."
              .formatted(directory, e.getFile(), OR_ANOTHER),
          e);
    } catch (IOException e) {
      throw notWritable(directory, e);
    }
  }

  private static void createPrivate(Path directory) throws IOException {
    if (FileSystems.getDefault().supportedFileAttributeViews().contains("posix")) {
      var ownerOnly = PosixFilePermissions.fromString("rwx------");
      Files.createDirectory(directory, PosixFilePermissions.asFileAttribute(ownerOnly));
    }
  }

  private static void requireSpace(Path directory, long leastFreeBytes) throws IOException {
    long free = Files.getFileStore(directory).getUsableSpace();
    if (free < leastFreeBytes) {
      throw new BackendFailure(
          "Only %d MB are free for the data directory %s, and it needs %d MB: free some space%s."
              .formatted(free / MEGABYTE, directory, leastFreeBytes / MEGABYTE, OR_ANOTHER));
    }
  }

  private static BackendFailure notWritable(Path directory, IOException cause) {
    return new BackendFailure(
        "The data directory %s can't be written (%s): make it writable%s."
            .formatted(directory, Reasons.of(cause), OR_ANOTHER),
        cause);
  }

  @Override
  public void close() {
    lock.close();
  }
}
