package io.parley.query.publicroom;

import io.parley.schemas.PublicRoomSettings;
import java.time.Instant;
import java.util.UUID;

/// A public room as its events have made it. `updatedAt` is when its settings were last changed.
public record PublicRoom(
    UUID roomId,
    PublicRoomSettings settings,
    long seq,
    long onlineUsers,
    long totalMessages,
    Instant createdAt,
    Instant updatedAt) {

  static PublicRoom opened(UUID roomId, PublicRoomSettings settings, Instant at) {
    return new PublicRoom(roomId, settings, 0, 0, 0, at, at);
  }

  PublicRoom changed(PublicRoomSettings now, Instant at) {
    return new PublicRoom(roomId, now, seq, onlineUsers, totalMessages, createdAt, at);
  }

  PublicRoom at(long sequence) {
    return new PublicRoom(
        roomId, settings, sequence, onlineUsers, totalMessages, createdAt, updatedAt);
  }

  PublicRoom withMoreUsers(long more) {
    return new PublicRoom(
        roomId, settings, seq, onlineUsers + more, totalMessages, createdAt, updatedAt);
  }

  PublicRoom withOneMessageMore() {
    return new PublicRoom(
        roomId, settings, seq, onlineUsers, totalMessages + 1, createdAt, updatedAt);
  }
}
