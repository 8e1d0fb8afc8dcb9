package io.parley.delivery.publicroom;

import io.parley.edge.publicchat.Colors;
import io.parley.edge.publicchat.Language;
import io.parley.edge.publicchat.PublicChatProperties;
import io.parley.edge.publicchat.Python;
import io.parley.edge.publicchat.Text;
import io.parley.schemas.Ids;
import io.parley.schemas.MessageContent;
import io.parley.schemas.Visitor;
import java.util.Map;
import java.util.OptionalLong;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// What the address of a visitor's socket asks for.
public sealed interface Visit {
  /// The language in which this visitor is talked to.
  Language language();

  /// A visitor who may try to come in.
  ///
  /// @param session the visitor's secret; kept for its limits only, never shown
  /// @param address from where it comes
  /// @param afterSeq the last event that it has seen, when it was here before
  record Welcome(
      UUID roomId,
      Visitor visitor,
      String session,
      String address,
      OptionalLong afterSeq,
      Language language)
      implements Visit {}

  /// One whose address says something that cannot be.
  record Mistaken(String code, String message, Language language) implements Visit {}

  /// Reads the query, which may be missing as any of its parameters may.
  static Visit of(
      UUID room,
      @Nullable String query,
      Language language,
      String address,
      PublicChatProperties bounds) {
    return QueryString.parse(query)
        .map(parameters -> new VisitReader(room, parameters, language, address, bounds).read())
        .orElseGet(() -> new Mistaken("query_invalid", Text.TEXT_INVALID.in(language), language));
  }
}

/// Checks one parameter after the other; the first that is wrong is told.
final class VisitReader {
  private static final int LONGEST_SESSION = 255;
  private static final int LONGEST_SEQ = 18;

  private final UUID room;
  private final Map<String, String> parameters;
  private final Language language;
  private final String address;
  private final PublicChatProperties bounds;

  VisitReader(
      UUID room,
      Map<String, String> parameters,
      Language language,
      String address,
      PublicChatProperties bounds) {
    this.room = room;
    this.parameters = parameters;
    this.language = language;
    this.address = address;
    this.bounds = bounds;
  }

  Visit read() {
    String name = parameter("username", Visitor.DEFAULT_USERNAME);
    String color = parameter("color", Visitor.DEFAULT_COLOR);
    String session = parameter("session_id", UUID.randomUUID().toString());
    String after = parameter("after_seq", "");
    if (!MessageContent.isText(name)) {
      return mistaken("username_invalid", Text.TEXT_INVALID.in(language));
    }
    if (length(name) > bounds.maxNameLength()) {
      return mistaken("username_too_long", Text.NAME_TOO_LONG.in(language, bounds.maxNameLength()));
    }
    if (!Colors.isColor(color)) {
      return mistaken("color_invalid", Text.COLOR_INVALID.in(language));
    }
    if (!MessageContent.isText(session)) {
      return mistaken("session_id_invalid", Text.TEXT_INVALID.in(language));
    }
    if (length(session) > LONGEST_SESSION) {
      return mistaken("session_id_too_long", Text.TOO_LONG.in(language, LONGEST_SESSION));
    }
    if (!isSeq(after)) {
      return mistaken("after_seq_invalid", Text.NOT_AN_INTEGER.in(language));
    }
    return new Visit.Welcome(
        room,
        new Visitor(Ids.visitor(session), name, color),
        session,
        address,
        after.isEmpty() ? OptionalLong.empty() : OptionalLong.of(Long.parseLong(after)),
        language);
  }

  private String parameter(String name, String otherwise) {
    String value = Python.strip(parameters.getOrDefault(name, ""));
    return value.isEmpty() ? otherwise : value;
  }

  private static boolean isSeq(String text) {
    return text.length() <= LONGEST_SEQ && text.chars().allMatch(c -> c >= '0' && c <= '9');
  }

  private static int length(String text) {
    return text.codePointCount(0, text.length());
  }

  private Visit mistaken(String code, String message) {
    return new Visit.Mistaken(code, message, language);
  }
}
