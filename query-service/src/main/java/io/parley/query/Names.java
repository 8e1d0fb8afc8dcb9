package io.parley.query;

import java.util.Locale;

/// How enums are written into tables: in lower case, as on the wire.
public final class Names {
  private Names() {}

  /// The name of a constant.
  public static String of(Enum<?> constant) {
    return constant.name().toLowerCase(Locale.ROOT);
  }

  /// The constant of a name.
  public static <E extends Enum<E>> E read(Class<E> type, String name) {
    return Enum.valueOf(type, name.toUpperCase(Locale.ROOT));
  }
}
