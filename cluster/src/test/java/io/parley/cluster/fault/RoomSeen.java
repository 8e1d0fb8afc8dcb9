package io.parley.cluster.fault;

import java.util.UUID;

/// What one client was shown of one room: it counts, and takes what comes next in the count.
final class RoomSeen {
  private final String client;
  private final UUID room;
  private final Longs seen = new Longs();
  private final Trouble trouble;
  private long target = -1;

  RoomSeen(String client, UUID room, Trouble trouble) {
    this.client = client;
    this.room = room;
    this.trouble = trouble;
  }

  UUID room() {
    return room;
  }

  String client() {
    return client;
  }

  /// The newest sequence it has.
  synchronized long last() {
    return seen.size();
  }

  /// The server says that this is the newest; everything up to it will follow.
  synchronized void joined(long seq) {
    target = seq;
  }

  /// A new socket has to join again.
  synchronized void left() {
    target = -1;
  }

  synchronized boolean isJoined() {
    return target >= 0;
  }

  synchronized boolean isWhole() {
    return target >= 0 && seen.size() >= target;
  }

  /// True when this is the next one.
  ///
  /// @param answer whether it answers a send, which may come before what it follows to a socket
  ///     that has not joined the room
  synchronized boolean take(long seq, long fingerprint, boolean answer) {
    if (seq <= seen.size()) {
      if (seen.get((int) seq - 1) != fingerprint) {
        trouble.add("%s was shown two events %d of room %s".formatted(client, seq, room));
      }
      trouble.repeated();
      return false;
    }
    if (seq == seen.size() + 1) {
      seen.add(fingerprint);
      return true;
    }
    if (answer && !isJoined()) {
      trouble.early();
    } else {
      trouble.add(
          "%s was shown event %d of room %s after %d".formatted(client, seq, room, seen.size()));
    }
    return false;
  }

  /// Only when nothing comes in any more.
  Longs all() {
    return seen;
  }
}
