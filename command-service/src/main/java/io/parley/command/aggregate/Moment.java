package io.parley.command.aggregate;

import java.time.Instant;

/// When an event happens: the broker's time of its command, and its place in its aggregate. All
/// that a decision knows of clocks and counters.
public record Moment(Instant time, long sequence) {}
