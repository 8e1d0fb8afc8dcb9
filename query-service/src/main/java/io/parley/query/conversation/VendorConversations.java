package io.parley.query.conversation;

import io.parley.query.search.Search;
import io.parley.schemas.MarketplaceId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// Finds the conversations about a vendor's products.
@Component
public final class VendorConversations {
  private static final String FROM = " from conversations.room where ";

  private final JdbcClient jdbc;

  VendorConversations(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /// How many of a vendor's conversations the filter lets through.
  public long count(MarketplaceId vendor, VendorFilter filter) {
    return jdbc.sql("select count(*)" + FROM + where(filter))
        .params(parameters(vendor, filter))
        .query(Long.class)
        .single();
  }

  /// A page of a vendor's conversations that the filter lets through. An index tells which ones
  /// they are, and only their rows are read.
  public List<Conversation> page(
      MarketplaceId vendor, VendorFilter filter, VendorOrder order, long offset, int limit) {
    String ids =
        "select room_id" + FROM + where(filter) + order.sql() + "offset :offset limit :limit";
    return jdbc.sql(Conversations.ALL + "where room_id in (" + ids + ")" + order.sql())
        .params(parameters(vendor, filter))
        .param("offset", offset)
        .param("limit", limit)
        .query(ConversationRow::read)
        .list();
  }

  private static String where(VendorFilter filter) {
    var conditions = new ArrayList<String>();
    conditions.add("vendor_id = :vendor");
    add(conditions, filter.unread(), "unread_vendor > 0");
    add(conditions, filter.waiting(), "waiting_since is not null");
    add(conditions, filter.archived(), "archived");
    if (filter.product() != null) {
      conditions.add("product_id = :product");
    }
    for (int i = 0; i < filter.words().size(); i++) {
      conditions.add(
          "room_id in (select room_id from search.entry where folded like :word" + i + ")");
    }
    return String.join(" and ", conditions);
  }

  private static void add(List<String> conditions, @Nullable Boolean wanted, String condition) {
    if (wanted != null) {
      conditions.add(wanted ? condition : "not (" + condition + ")");
    }
  }

  private static Map<String, Object> parameters(MarketplaceId vendor, VendorFilter filter) {
    var parameters = new HashMap<String, Object>();
    parameters.put("vendor", vendor.value());
    if (filter.product() != null) {
      parameters.put("product", filter.product().value());
    }
    for (int i = 0; i < filter.words().size(); i++) {
      parameters.put("word" + i, Search.pattern(filter.words().get(i)));
    }
    return parameters;
  }
}
