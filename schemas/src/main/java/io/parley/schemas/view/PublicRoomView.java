package io.parley.schemas.view;

import io.parley.schemas.PublicRoomSettings;
import io.parley.schemas.PublicTime;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// A public room over REST. Times are as [PublicTime#dhaka] writes them.
public record PublicRoomView(
    UUID id,
    String name,
    @Nullable String description,
    boolean isPublic,
    int maxUsers,
    int onlineUsersCount,
    long totalMessagesCount,
    String createdAt,
    String updatedAt) {
  /// A room with who is in and what was written in it.
  public static PublicRoomView of(
      UUID id,
      PublicRoomSettings settings,
      int onlineUsers,
      long totalMessages,
      Instant createdAt,
      Instant updatedAt) {
    return new PublicRoomView(
        id,
        settings.name(),
        settings.description(),
        settings.isPublic(),
        settings.maxUsers(),
        onlineUsers,
        totalMessages,
        PublicTime.dhaka(createdAt),
        PublicTime.dhaka(updatedAt));
  }
}
