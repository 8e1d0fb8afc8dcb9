package io.parley.command.shard;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Comparator;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// A directory of this process for what lives no longer than it does. Several processes may share
/// the directory above: each locks its own, so what a killed one left behind is known by its free
/// lock, and is deleted when the next one starts.
final class StoreDirectory implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(StoreDirectory.class);
  private static final String LOCK = "lock";

  private final Path mine;
  private final FileChannel lock;
  private final AtomicLong lives = new AtomicLong();

  private StoreDirectory(Path mine, FileChannel lock) {
    this.mine = mine;
    this.lock = lock;
  }

  /// Makes one, and the directories above it.
  static StoreDirectory in(Path above) {
    try {
      Files.createDirectories(above);
      deleteLeftOvers(above);
      var mine = Files.createDirectory(above.resolve(UUID.randomUUID().toString()));
      return new StoreDirectory(mine, locked(mine));
    } catch (IOException e) {
      throw new UncheckedIOException("The directory %s cannot be used".formatted(above), e);
    }
  }

  private static FileChannel locked(Path directory) throws IOException {
    var channel =
        FileChannel.open(
            directory.resolve(LOCK), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
    if (channel.lock().isShared()) {
      throw new IOException("a lock is needed that nobody shares");
    }
    return channel;
  }

  private static void deleteLeftOvers(Path above) throws IOException {
    try (var children = Files.list(above)) {
      for (var child : children.filter(c -> Files.exists(c.resolve(LOCK))).toList()) {
        if (!isHeld(child)) {
          LOG.info("Deletes {}, which a killed process left behind", child);
          delete(child);
        }
      }
    }
  }

  private static boolean isHeld(Path directory) {
    try (var channel = FileChannel.open(directory.resolve(LOCK), StandardOpenOption.WRITE);
        var free = channel.tryLock()) {
      return free == null;
    } catch (OverlappingFileLockException e) {
      return true;
    } catch (IOException e) {
      return !(e instanceof NoSuchFileException);
    }
  }

  /// A directory that did not exist before, for one life of this partition's shard.
  Path ofLife(int partition) {
    return mine.resolve(partition + "-" + lives.incrementAndGet());
  }

  /// Deletes it with all it holds; what cannot be deleted is left to the next start.
  static void delete(Path directory) {
    try (Stream<Path> all = Files.walk(directory)) {
      for (var path : all.sorted(Comparator.reverseOrder()).toList()) {
        Files.deleteIfExists(path);
      }
    } catch (IOException | UncheckedIOException e) {
      LOG.warn("{} could not be deleted", directory, e);
    }
  }

  @Override
  public void close() {
    delete(mine);
    try {
      lock.close();
    } catch (IOException e) {
      LOG.warn("A lock could not be given back", e);
    }
  }
}
