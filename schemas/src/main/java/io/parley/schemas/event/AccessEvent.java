package io.parley.schemas.event;

import io.parley.schemas.Access;
import io.parley.schemas.Person;
import java.util.UUID;

/// What can happen to an admin's access record, which is there for the auditor alone.
public sealed interface AccessEvent extends Event {
  /// An admin was about to see something of other people's conversations, and waited for this
  /// event before seeing it.
  record AccessRecorded(UUID adminAccessId, Person admin, Access access) implements AccessEvent {}
}
