package io.parley.schemas;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// What can be set of a public room. A room that is not public is hidden in the lists; who knows
/// its id gets in all the same.
///
/// @param maxUsers how many visitors may be in it at once; never more than [#MOST_USERS] are let
///   in
public record PublicRoomSettings(
    String name, @Nullable String description, boolean isPublic, int maxUsers) {
  /// How many visitors a room takes whatever its `maxUsers` says.
  public static final int MOST_USERS = 5_000;

  /// `maxUsers` of a room that says nothing else.
  public static final int DEFAULT_MAX_USERS = 100;

  /// What a room gets that is opened by entering it.
  public static PublicRoomSettings ofUnknown(UUID roomId) {
    return new PublicRoomSettings(
        "রুম " + roomId.toString().substring(0, 8), null, true, DEFAULT_MAX_USERS);
  }
}
