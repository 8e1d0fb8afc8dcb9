package io.parley.schemas.event;

import io.parley.schemas.Visitor;

/// What can happen to a visitor of the public rooms.
public sealed interface VisitorEvent extends Event {
  /// A visitor said how it is called, for the first time or anew.
  record VisitorIntroduced(Visitor visitor) implements VisitorEvent {}
}
