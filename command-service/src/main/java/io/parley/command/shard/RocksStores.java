package io.parley.command.shard;

import java.nio.file.Path;
import org.rocksdb.BlockBasedTableConfig;
import org.rocksdb.BloomFilter;
import org.rocksdb.Cache;
import org.rocksdb.CompressionType;
import org.rocksdb.InfoLogLevel;
import org.rocksdb.LRUCache;
import org.rocksdb.Options;
import org.rocksdb.RocksDB;
import org.rocksdb.RocksDBException;
import org.rocksdb.WriteBufferManager;

/// Makes the local stores of this node's shards, each a RocksDB of its own. They share one bound
/// of native memory, for their block caches, indexes and write buffers together.
final class RocksStores implements AutoCloseable {
  private static final int KIBIBYTE = 1024;
  private static final long WRITE_BUFFER = 8L * KIBIBYTE * KIBIBYTE;
  private static final int BITS_PER_KEY = 10;

  static {
    RocksDB.loadLibrary();
  }

  private final StoreDirectory directory;
  private final Cache cache;
  private final WriteBufferManager writeBuffers;
  private final BloomFilter filter = new BloomFilter(BITS_PER_KEY);
  private final Options options;

  /// In this directory, with at most about so many bytes outside of the heap.
  RocksStores(Path above, long memory) {
    directory = StoreDirectory.in(above);
    cache = new LRUCache(memory);
    writeBuffers = new WriteBufferManager(memory / 2, cache);
    options =
        new Options()
            .setCreateIfMissing(true)
            .setErrorIfExists(true)
            .setWriteBufferManager(writeBuffers)
            .setWriteBufferSize(WRITE_BUFFER)
            .setCompressionType(CompressionType.LZ4_COMPRESSION)
            .setMaxBackgroundJobs(2)
            .setMaxOpenFiles(100)
            .setAvoidFlushDuringShutdown(true)
            .setInfoLogLevel(InfoLogLevel.ERROR_LEVEL)
            .setKeepLogFileNum(1)
            .setStatsDumpPeriodSec(0)
            .setTableFormatConfig(
                new BlockBasedTableConfig()
                    .setBlockCache(cache)
                    .setBlockSize(8L * KIBIBYTE)
                    .setCacheIndexAndFilterBlocks(true)
                    .setFilterPolicy(filter));
  }

  /// An empty store; throws [ShardLost].
  ColdStore open(int partition) {
    var path = directory.ofLife(partition);
    try {
      return new RocksStore(RocksDB.open(options, path.toString()), path);
    } catch (RocksDBException e) {
      throw ShardLost.byStore(e);
    }
  }

  /// All its stores are closed.
  @Override
  public void close() {
    options.close();
    filter.close();
    writeBuffers.close();
    cache.close();
    directory.close();
  }
}
