package io.parley.query.conversation;

import io.parley.schemas.Json;
import io.parley.schemas.MarketplaceId;
import io.parley.schemas.Product;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// Counts a vendor's conversations.
@Component
public final class VendorSummaries {
  private static final int MOST_PRODUCTS = 200;

  private static final String COUNTS =
      """
      select count(*) filter (where not archived) as rooms,
        count(*) filter (where archived) as archived,
        count(*) filter (where waiting_since is not null and not archived) as waiting,
        count(*) filter (where unread_vendor > 0 and not archived) as unread_rooms,
        coalesce(sum(unread_vendor) filter (where not archived), 0) as unread_messages
      from conversations.room where vendor_id = :vendor
      """;

  private static final String PRODUCTS =
      """
      select r.product, p.rooms, p.unread_rooms
      from (
        select count(*) as rooms, count(*) filter (where unread_vendor > 0) as unread_rooms,
          max(updated_at) as newest, product_id,
          (array_agg(room_id order by updated_at desc, room_id desc))[1] as room_id
        from conversations.room
        where vendor_id = :vendor and not archived and product_id is not null
        group by product_id order by newest desc, product_id limit :most
      ) p join conversations.room r using (room_id)
      order by p.newest desc, p.product_id
      """;

  private final JdbcClient jdbc;

  VendorSummaries(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /// What a vendor's conversations amount to.
  public Summary of(MarketplaceId vendor) {
    return jdbc.sql(COUNTS)
        .param("vendor", vendor.value())
        .query(
            (row, number) ->
                new Summary(
                    row.getLong("rooms"),
                    row.getLong("archived"),
                    row.getLong("waiting"),
                    row.getLong("unread_rooms"),
                    row.getLong("unread_messages"),
                    products(vendor)))
        .single();
  }

  private List<OfProduct> products(MarketplaceId vendor) {
    return jdbc.sql(PRODUCTS)
        .param("vendor", vendor.value())
        .param("most", MOST_PRODUCTS)
        .query(
            (row, number) ->
                new OfProduct(
                    Json.mapper().readValue(row.getString("product"), Product.class),
                    row.getLong("rooms"),
                    row.getLong("unread_rooms")))
        .list();
  }

  /// How many conversations a vendor has. Those that were put away are counted as `archived` only.
  ///
  /// @param waiting in how many the buyer waits for an answer
  /// @param products what they are about, the newest activity first; at most 200
  public record Summary(
      long rooms,
      long archived,
      long waiting,
      long unreadRooms,
      long unreadMessages,
      List<OfProduct> products) {}

  /// How many conversations are about a product, which is as the newest of them has it.
  public record OfProduct(Product product, long rooms, long unreadRooms) {}
}
