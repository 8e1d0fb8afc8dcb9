package io.parley.query.projection;

import io.parley.schemas.LogPosition;
import java.util.List;

/// What became of records that are done with.
///
/// @param skipped those that an operator decided to pass over
/// @param unknown how many events were of types that this version does not know
public record Applied(List<LogPosition> skipped, int unknown) {
  static final Applied NOTHING = new Applied(List.of(), 0);
}
