package io.parley.query.given;

import io.parley.schemas.CannedText;
import io.parley.schemas.Ids;
import io.parley.schemas.MarketplaceId;
import io.parley.schemas.Person;
import io.parley.schemas.event.CannedReplyEvent.CannedReplyAdded;
import io.parley.schemas.event.CannedReplyEvent.CannedReplyChanged;
import io.parley.schemas.event.CannedReplyEvent.CannedReplyRemoved;
import io.parley.schemas.event.EventEnvelope;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/// What a vendor keeps ready.
public final class GivenReplies {
  private final MarketplaceId vendorId;
  private final Person by = People.vendor("فروشگاه");
  private final Chain chain;

  private GivenReplies(String vendorId) {
    this.vendorId = new MarketplaceId(vendorId);
    this.chain = Chain.ofCannedReplies(Ids.cannedReplies(this.vendorId));
  }

  public static GivenReplies of(String vendorId) {
    return new GivenReplies(vendorId);
  }

  /// What the steps make happen.
  public static List<EventEnvelope> of(List<Integer> steps) {
    var replies = of("7");
    var ids = new ArrayList<UUID>();
    for (int number : steps) {
      if (ids.isEmpty() || number % 3 == 0) {
        ids.add(replies.adds("key-" + number, "title " + number, "می‌فرستیم " + number));
      } else if (number % 3 == 1) {
        replies.changes(ids.get(number % ids.size()), "other-" + number, "title", "{price}");
      } else {
        replies.removes(ids.remove(number % ids.size()));
      }
    }
    return replies.events();
  }

  public UUID adds(String shortcut, String title, String content) {
    var id = Ids.event(chain.aggregateId(), chain.events().size() + 1L);
    chain.add(new CannedReplyAdded(vendorId, id, new CannedText(shortcut, title, content), by));
    return id;
  }

  public GivenReplies changes(UUID id, String shortcut, String title, String content) {
    chain.add(new CannedReplyChanged(vendorId, id, new CannedText(shortcut, title, content), by));
    return this;
  }

  public GivenReplies removes(UUID id) {
    chain.add(new CannedReplyRemoved(vendorId, id, by));
    return this;
  }

  public EventEnvelope event(int number) {
    return chain.events().get(number);
  }

  public List<EventEnvelope> events() {
    return chain.events();
  }
}
