package io.parley.query.api;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// Part of a long list; `next` goes on in its direction, `previous` leads back.
record Slice<T>(List<T> results, @Nullable String next, @Nullable String previous) {}
