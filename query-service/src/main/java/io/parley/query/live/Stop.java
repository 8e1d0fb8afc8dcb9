package io.parley.query.live;

import io.parley.schemas.LogPosition;
import java.time.Instant;

/// Where a projection cannot go on in one partition, why, and since when.
public record Stop(LogPosition position, String reason, Instant since) {}
