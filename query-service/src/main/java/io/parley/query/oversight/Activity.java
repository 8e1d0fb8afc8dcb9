package io.parley.query.oversight;

import io.parley.schemas.Json;
import io.parley.schemas.MarketplaceId;
import io.parley.schemas.Product;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// Reads where how much is going on, and how fast vendors answer.
@Component
public final class Activity {
  private static final int MOST = 10;

  private static final String FIRST_ANSWERS =
      """
      select date_trunc('day', answered_at, 'UTC') as start, count(*) as answers,
        percentile_disc(0.5) within group (order by milliseconds) as p50,
        percentile_disc(0.9) within group (order by milliseconds) as p90
      from oversight.first_answer where answered_at >= :since::timestamptz
      group by 1 order by 1
      """;

  private static final String VENDORS =
      """
      select vendor_id, sum(messages) as messages, sum(conversations) as conversations
      from oversight.busy where day >= :since::timestamptz
      group by vendor_id order by 2 desc, 1 limit :most
      """;

  private static final String PRODUCTS =
      """
      select b.*, (
          select r.product from conversations.room r
          where r.vendor_id = b.vendor_id and r.product->>'id' = b.product_id
          order by r.updated_at desc, r.room_id desc limit 1
        ) as product
      from (
        select vendor_id, product_id, sum(messages) as messages,
          sum(conversations) as conversations
        from oversight.busy where day >= :since::timestamptz and product_id <> ''
        group by vendor_id, product_id order by 3 desc, 1, 2 limit :most
      ) b order by messages desc, vendor_id, product_id
      """;

  private final JdbcClient jdbc;

  Activity(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /// In how many rooms something was written, and how much in public ones, in an hour or a day.
  public record InPeriod(long activeRooms, long messagesPublic) {}

  /// The hours since then in which something was written.
  public Map<Instant, InPeriod> hourly(Instant since) {
    return periods("hour", since);
  }

  /// The days since then, in UTC, in which something was written.
  public Map<Instant, InPeriod> daily(Instant since) {
    return periods("day", since);
  }

  private Map<Instant, InPeriod> periods(String kind, Instant since) {
    var periods = new HashMap<Instant, InPeriod>();
    jdbc.sql(
            """
            select start, active_rooms, messages_public from oversight.period
            where kind = :kind and start >= :since::timestamptz
            """)
        .param("kind", kind)
        .param("since", since.toString())
        .query(
            row -> {
              periods.put(time(row, "start"), new InPeriod(row.getLong(2), row.getLong(3)));
            });
    return periods;
  }

  /// How many messages were ever written in public rooms.
  public long messagesPublic() {
    return jdbc.sql(
            "select coalesce(sum(messages_public), 0) from oversight.period where kind = 'day'")
        .query(Long.class)
        .single();
  }

  /// How long buyers waited for the first answer of a conversation.
  public record FirstAnswers(List<FirstAnswersOfDay> days, long waiting) {}

  /// How long they had waited who got it on this day: half of them not longer, nine of ten not
  /// longer than so many seconds.
  public record FirstAnswersOfDay(
      Instant start, long answers, double p50Seconds, double p90Seconds) {}

  /// Those of the days since then, and how many wait now.
  public FirstAnswers firstAnswers(Instant since) {
    var days =
        jdbc.sql(FIRST_ANSWERS)
            .param("since", since.toString())
            .query(
                (row, number) ->
                    new FirstAnswersOfDay(
                        time(row, "start"),
                        row.getLong("answers"),
                        row.getLong("p50") / 1_000.0,
                        row.getLong("p90") / 1_000.0))
            .list();
    return new FirstAnswers(days, waiting());
  }

  private long waiting() {
    return jdbc.sql(
            "select count(*) from oversight.room where asked_at is not null and not answered")
        .query(Long.class)
        .single();
  }

  /// Whose conversations were written in most.
  public record Busiest(List<BusyVendor> vendors, List<BusyProduct> products) {}

  /// How much was written in a vendor's conversations, and how many began.
  public record BusyVendor(MarketplaceId vendorId, long messages, long conversations) {}

  /// How much was written about a product, and how many conversations began.
  public record BusyProduct(
      Product product, MarketplaceId vendorId, long messages, long conversations) {}

  /// Those since that day.
  public Busiest busiest(Instant since) {
    var vendors =
        jdbc.sql(VENDORS)
            .param("since", since.toString())
            .param("most", MOST)
            .query(
                (row, number) ->
                    new BusyVendor(
                        new MarketplaceId(row.getString("vendor_id")),
                        row.getLong("messages"),
                        row.getLong("conversations")))
            .list();
    var products =
        jdbc.sql(PRODUCTS)
            .param("since", since.toString())
            .param("most", MOST)
            .query((row, number) -> busyProduct(row))
            .list();
    return new Busiest(vendors, products);
  }

  private static BusyProduct busyProduct(ResultSet row) throws SQLException {
    String product = row.getString("product");
    return new BusyProduct(
        product == null
            ? new Product(new MarketplaceId(row.getString("product_id")), null, null, null, null)
            : Json.mapper().readValue(product, Product.class),
        new MarketplaceId(row.getString("vendor_id")),
        row.getLong("messages"),
        row.getLong("conversations"));
  }

  private static Instant time(ResultSet row, String name) throws SQLException {
    return Objects.requireNonNull(row.getObject(name, OffsetDateTime.class)).toInstant();
  }
}
