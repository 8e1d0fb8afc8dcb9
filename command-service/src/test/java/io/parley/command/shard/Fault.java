package io.parley.command.shard;

/// What a shard could do wrong, for the tests to find.
enum Fault {
  NONE,
  /// Refusals are remembered.
  REMEMBERED_REFUSALS,
  /// After a failed append the producer goes on with what was queued behind it.
  PRODUCER_LEFT_OPEN,
  /// A checkpoint does not wait for the events that its snapshots know.
  CHECKPOINT_BEFORE_EVENTS,
  /// Who was fenced goes on writing checkpoints.
  FENCE_IGNORED,
  /// What a former owner wrote between the own events is taken for known.
  HOLES_IGNORED,
  /// A failed checkpoint's aggregates are not in the next one.
  ABORTED_FORGOTTEN,
  /// The commands of events that a snapshot knows already are not counted as decided.
  DROPPED_EVENTS_UNCOUNTED
}
