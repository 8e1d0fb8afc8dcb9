package io.parley.schemas.view;

import java.util.UUID;

/// A visitor over REST. Times are as [io.parley.schemas.PublicTime#dhaka] writes them; `lastSeen`
/// is when it last came, left, wrote or introduced itself.
public record VisitorView(
    UUID id, String username, String color, boolean isOnline, String lastSeen, String createdAt) {}
