package io.parley.command.visitor;

import io.parley.command.aggregate.AggregateState;
import io.parley.schemas.Visitor;
import java.time.Instant;
import java.util.List;

/// What is known of a visitor.
public sealed interface VisitorState extends AggregateState {
  @Override
  default List<String> audience() {
    return List.of();
  }

  /// Nothing.
  record Unknown() implements VisitorState {}

  /// How it is called, and when it said so for the first time.
  record Known(Visitor visitor, Instant createdAt) implements VisitorState {}
}
