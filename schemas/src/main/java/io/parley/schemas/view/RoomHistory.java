package io.parley.schemas.view;

import java.util.List;
import java.util.UUID;

/// What happened in a room after a sequence, oldest first, at most as many events as were asked
/// for. `seq` is the sequence of the room's newest event; there is `more` when the list ends
/// before it.
public record RoomHistory(UUID roomId, long seq, boolean more, List<RoomEventView> results) {}
