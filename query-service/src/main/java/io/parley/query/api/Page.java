package io.parley.query.api;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// A numbered page; `count` is the number of all, `next` and `previous` are absolute addresses.
public record Page<T>(
    long count, @Nullable String next, @Nullable String previous, List<T> results) {}
