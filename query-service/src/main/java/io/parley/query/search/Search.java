package io.parley.query.search;

import io.parley.edge.problem.Problem;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// Finds conversations by what is in them: those in which each word of the query occurs somewhere,
/// in a message, a name, the product, the vendor.
@Component
public final class Search {
  private static final int MAX_LENGTH = 200;
  private static final int MAX_WORDS = 10;

  private final JdbcClient jdbc;

  Search(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /// What is searched for: nothing at all, or a few words. Throws the problem `search_invalid` for
  /// more than 200 characters or ten words.
  public List<String> words(String query) {
    var words = query.length() > MAX_LENGTH ? List.<String>of() : Folding.words(query);
    if (query.length() > MAX_LENGTH || words.size() > MAX_WORDS) {
      throw Problem.badRequest(
          "search_invalid",
          "A search has at most " + MAX_LENGTH + " characters and " + MAX_WORDS + " words.");
    }
    return words;
  }

  /// How many conversations have all these words, and are as the filter wants them.
  public long count(List<String> words, RoomFilter filter) {
    var conditions = conditions(words, filter);
    return jdbc.sql("select count(*) from conversations.room r where " + conditions.sql())
        .params(conditions.parameters())
        .query(Long.class)
        .single();
  }

  /// A page of those conversations, the newest activity first.
  public List<UUID> page(List<String> words, RoomFilter filter, long offset, int limit) {
    var conditions = conditions(words, filter);
    return jdbc.sql(
            "select r.room_id from conversations.room r where "
                + conditions.sql()
                + " order by r.updated_at desc, r.room_id desc offset :offset limit :limit")
        .params(conditions.parameters())
        .param("offset", offset)
        .param("limit", limit)
        .query(UUID.class)
        .list();
  }

  private static Conditions conditions(List<String> words, RoomFilter filter) {
    var conditions = RoomConditions.withTime(filter);
    conditions.words(
        "r.room_id in (select room_id from search.entry where folded like {word})", words);
    return conditions;
  }

  /// The newest messages of each of these conversations in which any of the words is.
  public Map<UUID, List<Hit>> messages(Collection<UUID> rooms, List<String> words, int most) {
    if (rooms.isEmpty() || words.isEmpty()) {
      return Map.of();
    }
    return jdbc
        .sql(MESSAGES)
        .param("rooms", rooms.toArray(UUID[]::new))
        .param("patterns", words.stream().map(Search::pattern).toArray(String[]::new))
        .param("most", most)
        .query(
            (row, number) ->
                new Hit(row.getObject(1, UUID.class), row.getLong(2), row.getString(3)))
        .list()
        .stream()
        .collect(Collectors.groupingBy(Hit::roomId));
  }

  private static final String MESSAGES =
      """
      select m.room_id, m.seq, m.content
      from unnest(:rooms::uuid[]) as r(room_id) cross join lateral (
        select substring(e.ref from 9)::bigint as seq from search.entry e
        where e.room_id = r.room_id and e.ref like 'message:%' and e.folded like any (:patterns)
        order by 1 desc limit :most
      ) e join messages.message m on m.room_id = r.room_id and m.seq = e.seq
      order by m.room_id, m.seq desc
      """;

  /// A message in which something was found.
  public record Hit(UUID roomId, long seq, String content) {}

  /// A pattern for `like` of texts in which this word occurs; what `like` takes for wildcards is
  /// taken literally.
  public static String pattern(String word) {
    return "%" + word.replace("\\", "\\\\").replace("%", "\\%").replace("_", "\\_") + "%";
  }
}
