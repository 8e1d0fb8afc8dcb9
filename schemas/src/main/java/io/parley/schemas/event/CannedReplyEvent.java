package io.parley.schemas.event;

import io.parley.schemas.CannedText;
import io.parley.schemas.MarketplaceId;
import io.parley.schemas.Person;
import java.util.UUID;

/// What can happen to the answers that a vendor keeps ready.
public sealed interface CannedReplyEvent extends Event {
  /// One more is kept; it has the id of this event.
  record CannedReplyAdded(MarketplaceId vendorId, UUID replyId, CannedText text, Person by)
      implements CannedReplyEvent {}

  /// One of them says something else.
  record CannedReplyChanged(MarketplaceId vendorId, UUID replyId, CannedText text, Person by)
      implements CannedReplyEvent {}

  /// One of them is no longer kept.
  record CannedReplyRemoved(MarketplaceId vendorId, UUID replyId, Person by)
      implements CannedReplyEvent {}
}
