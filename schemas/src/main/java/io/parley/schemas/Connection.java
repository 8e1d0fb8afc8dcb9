package io.parley.schemas;

import java.util.UUID;

/// One socket in one public room: the run of a ws-delivery process that holds it (a restarted
/// process is another node), and the socket's own id. A visitor is in a room as long as one of its
/// connections is.
public record Connection(UUID nodeId, UUID connectionId) {}
