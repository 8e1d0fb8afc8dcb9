package io.parley.schemas.command;

import io.parley.schemas.CannedText;
import io.parley.schemas.Ids;
import io.parley.schemas.MarketplaceId;
import java.util.UUID;

/// What can be asked of the answers that a vendor keeps ready, by whoever answers for the vendor.
public sealed interface CannedReplyCommand extends Command {
  /// The vendor.
  MarketplaceId vendorId();

  @Override
  default UUID aggregateId() {
    return Ids.cannedReplies(vendorId());
  }

  /// One more. It gets the id of the event that adds it.
  record AddCannedReply(MarketplaceId vendorId, CannedText text) implements CannedReplyCommand {}

  /// One of them is to say this.
  record ChangeCannedReply(MarketplaceId vendorId, UUID replyId, CannedText text)
      implements CannedReplyCommand {}

  /// One less.
  record RemoveCannedReply(MarketplaceId vendorId, UUID replyId) implements CannedReplyCommand {}
}
