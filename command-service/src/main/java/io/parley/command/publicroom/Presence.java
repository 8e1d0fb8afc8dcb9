package io.parley.command.publicroom;

import io.parley.schemas.Connection;
import java.util.UUID;

/// A visitor is in a room by this connection.
public record Presence(UUID roomId, UUID visitorId, Connection connection) {}
