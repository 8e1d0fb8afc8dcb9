package io.parley.command.aggregate;

import io.parley.schemas.command.Actor;
import java.util.List;

/// What an aggregate is after its events; a value that nothing can change.
public interface AggregateState {
  /// Whom its events concern, as keys of `audience`: `vendor:1`, `account:42`, `guest:<id>`.
  List<String> audience();

  /// Whether this actor may hear again what became of its own command.
  default boolean admits(Actor actor) {
    return true;
  }
}
