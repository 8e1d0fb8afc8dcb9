package io.parley.query.guest;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.data.annotation.Id;
import org.springframework.data.relational.core.mapping.Table;

/// A guest session.
///
/// @param guestId its public id
/// @param identifier what the browser called itself
/// @param accountId the account that it became, or null
@Table(schema = "guests", value = "guest")
public record Guest(
    @Id UUID guestId,
    String identifier,
    Instant createdAt,
    @Nullable String accountId,
    @Nullable Instant linkedAt) {}
