package io.parley.schemas.view;

import io.parley.schemas.MarketplaceId;
import io.parley.schemas.ParticipantRole;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// Somebody in a room. `user_id` is null for a guest, who is known by `guest_id`.
public record ParticipantView(
    @Nullable MarketplaceId userId,
    String username,
    ParticipantRole role,
    boolean guest,
    @Nullable UUID guestId,
    Instant joinedAt,
    @Nullable Instant lastReadAt,
    long lastReadSeq) {}
