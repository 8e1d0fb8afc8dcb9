package io.parley.delivery.session;

import io.parley.edge.identity.Caller;
import io.parley.schemas.LogPosition;
import io.parley.schemas.view.RoomHistory;
import java.util.UUID;

/// What is asked of query-service. Every question ends in bounded time; what cannot be answered
/// is a [io.parley.edge.problem.Problem]: 404 for a room that is not the caller's, 401 for
/// credentials that are unknown, 503 when nobody answers.
public interface RoomArchive {
  /// What happened in a room after a sequence, seen by the caller, up to that position at least.
  RoomHistory after(Caller caller, UUID room, long afterSeq, int limit, LogPosition position);

  /// Whether there is such a guest session, up to that position at least.
  boolean knows(Caller guest, LogPosition position);
}
