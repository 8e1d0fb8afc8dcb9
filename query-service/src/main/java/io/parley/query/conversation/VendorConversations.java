package io.parley.query.conversation;

import io.parley.schemas.MarketplaceId;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// Finds the conversations about a vendor's products. Lists have the newest activity first.
@Component
public final class VendorConversations {
  private final JdbcClient jdbc;

  VendorConversations(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /// How many of a vendor's conversations the filter lets through.
  public long count(MarketplaceId vendor, VendorFilter filter) {
    return jdbc.sql("select count(*) from conversations.room " + where(filter))
        .param("vendor", vendor.value())
        .query(Long.class)
        .single();
  }

  /// A page of a vendor's conversations that the filter lets through.
  public List<Conversation> page(
      MarketplaceId vendor, VendorFilter filter, long offset, int limit) {
    return jdbc.sql(
            Conversations.ALL + where(filter) + Conversations.ORDER + "offset :offset limit :limit")
        .param("vendor", vendor.value())
        .param("offset", offset)
        .param("limit", limit)
        .query(ConversationRow::read)
        .list();
  }

  private static String where(VendorFilter filter) {
    var conditions = new ArrayList<String>();
    conditions.add("vendor_id = :vendor");
    add(conditions, filter.unread(), "unread_vendor > 0");
    add(conditions, filter.waiting(), "waiting");
    add(conditions, filter.archived(), "archived");
    return "where " + String.join(" and ", conditions);
  }

  private static void add(List<String> conditions, @Nullable Boolean wanted, String condition) {
    if (wanted != null) {
      conditions.add(wanted ? condition : "not (" + condition + ")");
    }
  }
}
