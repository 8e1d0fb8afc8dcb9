package io.parley.command.shard;

import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.rocksdb.ReadOptions;
import org.rocksdb.RocksDB;
import org.rocksdb.RocksDBException;
import org.rocksdb.WriteOptions;

/// Encoded aggregates in a RocksDB on the local disk, without a log of its own: what a crash takes
/// from it is read from Kafka again.
final class RocksStore implements ColdStore {
  private static final int KEY = 16;

  private final RocksDB db;
  private final Path path;
  private final WriteOptions unlogged = new WriteOptions().setDisableWAL(true);

  RocksStore(RocksDB db, Path path) {
    this.db = db;
    this.path = path;
  }

  private static byte[] key(UUID id) {
    return ByteBuffer.allocate(KEY)
        .putLong(id.getMostSignificantBits())
        .putLong(id.getLeastSignificantBits())
        .array();
  }

  @Override
  public byte @Nullable [] get(UUID id) {
    try {
      return db.get(key(id));
    } catch (RocksDBException e) {
      throw ShardLost.byStore(e);
    }
  }

  @Override
  public void put(UUID id, byte[] encoded) {
    try {
      db.put(unlogged, key(id), encoded);
    } catch (RocksDBException e) {
      throw ShardLost.byStore(e);
    }
  }

  @Override
  public long count() {
    try (var options = new ReadOptions().setFillCache(false);
        var all = db.newIterator(options)) {
      long count = 0;
      for (all.seekToFirst(); all.isValid(); all.next()) {
        count++;
      }
      all.status();
      return count;
    } catch (RocksDBException e) {
      throw ShardLost.byStore(e);
    }
  }

  @Override
  public void close() {
    db.close();
    unlogged.close();
    StoreDirectory.delete(path);
  }
}
