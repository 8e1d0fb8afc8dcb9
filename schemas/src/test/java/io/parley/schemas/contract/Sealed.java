package io.parley.schemas.contract;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

/// The records that a sealed interface permits, at any depth.
final class Sealed {
  private Sealed() {}

  static List<Class<?>> recordsOf(Class<?> type) {
    return records(type).toList();
  }

  private static Stream<Class<?>> records(Class<?> type) {
    return type.isSealed()
        ? Arrays.stream(type.getPermittedSubclasses()).flatMap(Sealed::records)
        : Stream.of(type);
  }
}
