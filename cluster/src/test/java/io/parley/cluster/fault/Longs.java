package io.parley.cluster.fault;

import java.util.Arrays;

/// A list of numbers that takes no more memory than they do.
final class Longs {
  private long[] values = new long[64];
  private int size;

  void add(long value) {
    if (size == values.length) {
      values = Arrays.copyOf(values, size * 2);
    }
    values[size++] = value;
  }

  int size() {
    return size;
  }

  long get(int index) {
    return values[index];
  }

  /// The first index at which both differ, or -1 when they are equal.
  int difference(Longs other) {
    return Arrays.mismatch(values, 0, size, other.values, 0, other.size);
  }

  static Longs of(long... all) {
    var made = new Longs();
    for (long one : all) {
      made.add(one);
    }
    return made;
  }
}
