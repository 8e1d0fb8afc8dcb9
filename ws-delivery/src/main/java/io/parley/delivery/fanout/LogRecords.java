package io.parley.delivery.fanout;

import org.jspecify.annotations.Nullable;

/// What takes up the records of the log, on one thread, in the order of each partition. A record
/// that cannot be understood is passed over: nothing that is thrown here may stop the tail.
public interface LogRecords {
  /// A record of `chat.events`; `audience` is its header of that name. Whether anybody here is to
  /// see it.
  boolean event(@Nullable String key, @Nullable String audience, byte[] value);

  /// A record of `chat.signals`.
  void signal(@Nullable String key, byte[] value);

  /// Records of `chat.signals` may have been missed before the next one.
  void signalsMissed();
}
