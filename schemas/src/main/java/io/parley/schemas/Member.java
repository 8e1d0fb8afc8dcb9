package io.parley.schemas;

import java.time.Instant;

/// A visitor who is in a public room, since it came in first.
public record Member(Visitor visitor, Instant joinedAt) {}
