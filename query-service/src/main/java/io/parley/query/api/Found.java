package io.parley.query.api;

import io.parley.query.conversation.Conversation;
import io.parley.query.search.Highlights;
import io.parley.query.search.Search.Hit;
import io.parley.query.search.Snippet;
import io.parley.query.search.Span;
import io.parley.schemas.Product;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// What was found in a conversation, and where in the text it is.
///
/// @param what `message`, `product`, `person` or `vendor`
/// @param seq of the message
record Found(String what, @Nullable Long seq, String text, List<Span> highlights) {
  /// How many are shown of one conversation.
  static final int MOST = 3;

  /// The few of them that show most of the words, and then the newest messages.
  static List<Found> in(Conversation room, List<Hit> messages, List<String> words) {
    var candidates =
        Stream.concat(
                messages.stream().map(hit -> text("message", hit.seq(), hit.content())), rest(room))
            .map(text -> Candidate.of(text, words))
            .filter(candidate -> !candidate.words().isEmpty())
            .sorted(Comparator.comparing(candidate -> -candidate.words().size()))
            .toList();
    var shown = new ArrayList<Candidate>();
    var missing = new HashSet<>(words);
    candidates.stream().filter(one -> missing.removeAll(one.words())).forEach(shown::add);
    candidates.stream().filter(one -> !shown.contains(one)).forEach(shown::add);
    return shown.stream().limit(MOST).map(one -> one.shown(words)).toList();
  }

  private static Stream<Text> rest(Conversation room) {
    var subject = room.subject();
    return Stream.of(
            product(subject.product()),
            room.participants().stream().map(person -> text("person", null, person.username())),
            Stream.of(text("vendor", null, subject.vendorId().value())))
        .flatMap(texts -> texts);
  }

  private static Stream<Text> product(@Nullable Product product) {
    return product == null
        ? Stream.empty()
        : Stream.of(product.title(), product.id().value())
            .filter(text -> text != null)
            .map(text -> text("product", null, text));
  }

  private static Text text(String what, @Nullable Long seq, String text) {
    return new Text(what, seq, text);
  }

  private record Text(String what, @Nullable Long seq, String text) {}

  /// A text with those of the words that are in it.
  private record Candidate(Text text, Set<String> words) {
    static Candidate of(Text text, List<String> words) {
      return new Candidate(
          text,
          words.stream()
              .filter(word -> Highlights.isIn(text.text(), word))
              .collect(Collectors.toUnmodifiableSet()));
    }

    Found shown(List<String> words) {
      var snippet = Snippet.of(text.text(), Highlights.of(text.text(), words));
      return new Found(text.what(), text.seq(), snippet.text(), snippet.highlights());
    }
  }
}
