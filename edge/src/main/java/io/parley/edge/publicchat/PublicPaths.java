package io.parley.edge.publicchat;

import java.util.regex.Pattern;

/// The paths of the public chat's REST API, which keeps its own shapes.
public final class PublicPaths {
  private static final Pattern PUBLIC =
      Pattern.compile(
          "/api/?|/api/(status|health|create-user|join-room|public-rooms|rooms|messages)(/.*)?");

  private PublicPaths() {}

  /// Whether the public chat answers for this path.
  public static boolean isPublic(String path) {
    return PUBLIC.matcher(path).matches();
  }
}
