package io.parley.schemas;

import java.util.UUID;

/// Somebody in the public rooms, as others see them: no account, no login. `id` is derived from
/// the session id that is the visitor's secret, see [Ids#visitor(String)]; `color` is `#rgb`,
/// `#rrggbb` or a CSS colour word.
public record Visitor(UUID id, String username, String color) {
  /// The name of who gives none.
  public static final String DEFAULT_USERNAME = "অতিথি";

  /// The colour of who gives none.
  public static final String DEFAULT_COLOR = "#007bff";
}
