package io.parley.command.api.publicchat;

import io.parley.edge.publicchat.Colors;
import io.parley.edge.publicchat.Language;
import io.parley.edge.publicchat.PublicProblem;
import io.parley.edge.publicchat.Python;
import io.parley.edge.publicchat.Text;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/// Reads the fields of a request one after the other and collects what is wrong with them, each
/// with its texts, in the order in which they were read. What a method returns counts only if
/// [#check] throws nothing; until then a field that is wrong reads as one that is absent.
final class Fields {
  static final UUID NO_ID = new UUID(0, 0);

  private final Body body;
  private final Language language;
  private final Map<String, List<String>> errors = new LinkedHashMap<>();

  Fields(Body body, Language language) {
    this.body = body;
    this.language = language;
    if (!body.value().isObject()) {
      wrong("non_field_errors", Text.NOT_A_DICTIONARY, Python.typeOf(body.value()));
    }
  }

  /// Ends the reading: throws what is wrong, in this shape.
  void check(Function<Map<String, List<String>>, PublicProblem> shape) {
    if (!errors.isEmpty()) {
      throw shape.apply(errors);
    }
  }

  /// Whether nothing was wrong so far.
  boolean areFine() {
    return errors.isEmpty();
  }

  void wrong(String field, Text what, Object... arguments) {
    errors.computeIfAbsent(field, _ -> new ArrayList<>()).add(what.in(language, arguments));
  }

  private boolean isObject() {
    return body.value().isObject();
  }

  /// A field's value, null where there is none; what a form leaves empty is none.
  private @Nullable JsonNode find(String field) {
    var value = body.value().get(field);
    return value != null && body.isForm() && value.asString().isEmpty() ? null : value;
  }

  private @Nullable JsonNode required(String field) {
    var value = body.value().get(field);
    if (value == null && isObject()) {
      wrong(field, Text.REQUIRED);
    }
    return value;
  }

  /// A text that must be there and not blank.
  String text(String field, int maxLength) {
    var value = required(field);
    String text = value == null ? null : text(field, value, maxLength, false);
    return text == null ? "" : text;
  }

  /// A text that may be absent, but not blank.
  @Nullable String optionalText(String field, int maxLength) {
    var value = find(field);
    return value == null ? null : text(field, value, maxLength, false);
  }

  /// Whether the request names this field at all.
  boolean has(String field) {
    return body.value().has(field);
  }

  /// A text that may be absent, blank or null.
  @Nullable String freeText(String field, int maxLength) {
    var value = body.value().get(field);
    return value == null || value.isNull() ? null : text(field, value, maxLength, true);
  }

  private @Nullable String text(String field, JsonNode value, int maxLength, boolean mayBeBlank) {
    if (value.isNull()) {
      wrong(field, Text.NULL);
      return null;
    }
    if (!value.isString() && !value.isNumber()) {
      wrong(field, Text.NOT_A_STRING);
      return null;
    }
    String text = Python.strip(Python.str(value));
    if (text.isEmpty() && !mayBeBlank) {
      wrong(field, Text.BLANK);
      return null;
    }
    return isText(field, text, maxLength) ? text : null;
  }

  private boolean isText(String field, String text, int maxLength) {
    int before = errors.size();
    if (text.codePointCount(0, text.length()) > maxLength) {
      wrong(field, Text.TOO_LONG, maxLength);
    }
    if (text.indexOf('\0') >= 0) {
      wrong(field, Text.NUL);
    }
    text.codePoints()
        .filter(c -> c >= Character.MIN_SURROGATE && c <= Character.MAX_SURROGATE)
        .findFirst()
        .ifPresent(c -> wrong(field, Text.SURROGATE, "%X".formatted(c)));
    return errors.size() == before;
  }

  /// A colour, or the one that counts where there is none.
  String color(String field, String otherwise) {
    String color = optionalText(field, Colors.MAX_LENGTH);
    if (color != null && !Colors.isColor(color)) {
      wrong(field, Text.NOT_A_COLOR);
    }
    return color == null ? otherwise : color;
  }

  /// A UUID that must be there.
  UUID uuid(String field) {
    var value = required(field);
    return value == null ? NO_ID : parsed(field, value, Values::uuid, Text.NOT_A_UUID, NO_ID);
  }

  /// A whole number that may be absent.
  @Nullable Integer integer(String field, int min, int max) {
    var value = find(field);
    if (value == null) {
      return null;
    }
    var none = BigInteger.valueOf(min);
    var number = parsed(field, value, Values::integer, Text.NOT_AN_INTEGER, none);
    if (number.compareTo(none) < 0) {
      wrong(field, Text.TOO_SMALL, min);
    } else if (number.compareTo(BigInteger.valueOf(max)) > 0) {
      wrong(field, Text.TOO_LARGE, max);
    }
    return number.intValue();
  }

  /// Yes or no, or absent.
  @Nullable Boolean flag(String field) {
    var value = find(field);
    return value == null
        ? null
        : parsed(field, value, Values::flag, Text.NOT_A_BOOLEAN, Boolean.FALSE);
  }

  /// One of these words, or absent.
  <T> @Nullable T choice(String field, Map<String, T> choices) {
    var value = find(field);
    if (value == null) {
      return null;
    }
    if (value.isNull()) {
      wrong(field, Text.NULL);
      return null;
    }
    var chosen = choices.get(Python.str(value));
    if (chosen == null) {
      wrong(field, Text.NOT_A_CHOICE, Python.str(value));
    }
    return chosen;
  }

  private <T> T parsed(
      String field, JsonNode value, Function<JsonNode, @Nullable T> parser, Text what, T none) {
    if (value.isNull()) {
      wrong(field, Text.NULL);
      return none;
    }
    var parsed = parser.apply(value);
    if (parsed == null) {
      wrong(field, what);
      return none;
    }
    return parsed;
  }
}
