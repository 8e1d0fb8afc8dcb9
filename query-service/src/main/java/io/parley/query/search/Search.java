package io.parley.query.search;

import io.parley.edge.problem.Problem;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
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

  /// How many conversations have all these words.
  public long count(List<String> words) {
    return bind("select count(*) from (" + rooms(words) + ") found", words)
        .query(Long.class)
        .single();
  }

  /// A page of those conversations, the newest activity first.
  public List<UUID> page(List<String> words, long offset, int limit) {
    String sql =
        "select room_id from conversations.room where room_id in ("
            + rooms(words)
            + ") order by updated_at desc, room_id desc offset :offset limit :limit";
    return bind(sql, words).param("offset", offset).param("limit", limit).query(UUID.class).list();
  }

  private static String rooms(List<String> words) {
    return IntStream.range(0, words.size())
        .mapToObj(i -> "select distinct room_id from search.entry where folded like :word" + i)
        .collect(Collectors.joining(" intersect "));
  }

  private JdbcClient.StatementSpec bind(String sql, List<String> words) {
    var statement = jdbc.sql(sql);
    for (int i = 0; i < words.size(); i++) {
      statement = statement.param("word" + i, pattern(words.get(i)));
    }
    return statement;
  }

  /// A pattern for `like` of texts in which this word occurs; what `like` takes for wildcards is
  /// taken literally.
  public static String pattern(String word) {
    return "%" + word.replace("\\", "\\\\").replace("%", "\\%").replace("_", "\\_") + "%";
  }
}
