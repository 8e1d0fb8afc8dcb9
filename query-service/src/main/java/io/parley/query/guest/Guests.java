package io.parley.query.guest;

import java.util.Optional;
import java.util.UUID;
import org.springframework.data.repository.Repository;

/// Finds guest sessions.
public interface Guests extends Repository<Guest, UUID> {
  /// One by its public id.
  Optional<Guest> findById(UUID guestId);

  /// Whether there is one with this public id.
  boolean existsById(UUID guestId);
}
