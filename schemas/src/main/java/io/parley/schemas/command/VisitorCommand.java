package io.parley.schemas.command;

import java.util.UUID;

/// What can be asked of a visitor of the public rooms, by its public id.
public sealed interface VisitorCommand extends Command {
  /// The visitor's public id.
  UUID visitorId();

  @Override
  default UUID aggregateId() {
    return visitorId();
  }

  /// A visitor says how it is called.
  record IntroduceVisitor(UUID visitorId, String username, String color)
      implements VisitorCommand {}

  /// How is it called? Changes nothing; refused when it was never introduced.
  record RecallVisitor(UUID visitorId) implements VisitorCommand {}
}
