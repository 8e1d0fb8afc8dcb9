package io.parley.schemas.command;

import io.parley.schemas.Access;
import java.util.UUID;

/// What can be asked of an admin's access record, by [io.parley.schemas.Ids#adminAccess].
public sealed interface AccessCommand extends Command {
  /// The record.
  UUID adminAccessId();

  @Override
  default UUID aggregateId() {
    return adminAccessId();
  }

  /// An admin is about to see something of other people's conversations.
  record RecordAccess(UUID adminAccessId, Access access) implements AccessCommand {}
}
