package io.parley.command.api.publicchat;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import io.parley.edge.publicchat.Language;
import io.parley.edge.publicchat.PublicProblem;
import io.parley.schemas.Json;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/// Every kind of field with every kind of value, and what the public chat has always said of it.
class FieldsTest {
  private static final String REQUIRED = "এটি আবশ্যক।";
  private static final String BLANK = "This field may not be blank.";
  private static final String NULL = "This field may not be null.";
  private static final String NO_STRING = "Not a valid string.";
  private static final String NO_INTEGER = "A valid integer is required.";
  private static final String NO_FLAG = "Must be a valid boolean.";
  private static final String NO_UUID = "Must be a valid UUID.";
  private static final String ID = "0f6cd967-095e-4915-94b9-b0eb0ed7e944";

  /// The kinds of fields, each named `f`.
  enum Kind {
    NAME,
    COLOR,
    FREE,
    UUID,
    NUMBER,
    FLAG,
    CHOICE;

    Object read(Fields fields) {
      return switch (this) {
        case NAME -> fields.text("f", 5);
        case COLOR -> fields.color("f", "#007bff");
        case FREE -> or(fields.freeText("f", 5));
        case UUID -> fields.uuid("f").toString();
        case NUMBER -> or(fields.integer("f", 1, Integer.MAX_VALUE));
        case FLAG -> or(fields.flag("f"));
        case CHOICE -> or(fields.choice("f", Map.of("text", 1, "image", 2)));
      };
    }
  }

  private static Object or(@Nullable Object value) {
    return value == null ? "none" : value;
  }

  private static Fields fields(String json, boolean isForm) {
    return new Fields(new Body(Json.mapper().readTree(json), isForm), Language.BANGLA);
  }

  private static List<String> errors(Fields fields, String field) {
    var found = new ArrayList<String>();
    try {
      fields.check(
          errors -> {
            found.addAll(errors.getOrDefault(field, List.of()));
            return PublicProblem.fields(errors);
          });
    } catch (PublicProblem e) {
      assertThat(e.response().getStatusCode().value()).isEqualTo(400);
    }
    return found;
  }

  static Stream<Arguments> taken() {
    return Stream.of(
        arguments(Kind.NAME, "\"রাকিব\"", "রাকিব"),
        arguments(Kind.NAME, "\"  ab \"", "ab"),
        arguments(Kind.NAME, "42", "42"),
        arguments(Kind.NAME, "1.5", "1.5"),
        arguments(Kind.NAME, "\"😀😀😀😀😀\"", "😀😀😀😀😀"),
        arguments(Kind.COLOR, "\"red\"", "red"),
        arguments(Kind.COLOR, "\"#ff0000\"", "#ff0000"),
        arguments(Kind.COLOR, "\"#f00\"", "#f00"),
        arguments(Kind.FREE, "null", "none"),
        arguments(Kind.FREE, "\"\"", ""),
        arguments(Kind.FREE, "\"  \"", ""),
        arguments(Kind.UUID, "\"" + ID + "\"", ID),
        arguments(Kind.UUID, "\"0F6CD967095E491594B9B0EB0ED7E944\"", ID),
        arguments(Kind.UUID, "\"urn:uuid:" + ID + "\"", ID),
        arguments(Kind.UUID, "\"{" + ID + "}\"", ID),
        arguments(Kind.NUMBER, "5", 5),
        arguments(Kind.NUMBER, "\"5\"", 5),
        arguments(Kind.NUMBER, "\" 5 \"", 5),
        arguments(Kind.NUMBER, "5.0", 5),
        arguments(Kind.NUMBER, "\"5.00\"", 5),
        arguments(Kind.NUMBER, "\"৫\"", 5),
        arguments(Kind.NUMBER, "2147483647", Integer.MAX_VALUE),
        arguments(Kind.FLAG, "true", true),
        arguments(Kind.FLAG, "\"on\"", true),
        arguments(Kind.FLAG, "1", true),
        arguments(Kind.FLAG, "\"no\"", false),
        arguments(Kind.FLAG, "0", false),
        arguments(Kind.CHOICE, "\"image\"", 2));
  }

  @ParameterizedTest
  @MethodSource("taken")
  void takes(Kind field, String json, Object value) {
    var fields = fields("{\"f\":" + json + "}", false);
    assertThat(field.read(fields)).isEqualTo(value);
    assertThat(errors(fields, "f")).isEmpty();
  }

  static Stream<Arguments> refused() {
    return Stream.of(
        arguments(Kind.NAME, "\"\"", List.of(BLANK)),
        arguments(Kind.NAME, "\" \\u00a0 \"", List.of(BLANK)),
        arguments(Kind.NAME, "null", List.of(NULL)),
        arguments(Kind.NAME, "true", List.of(NO_STRING)),
        arguments(Kind.NAME, "[\"a\"]", List.of(NO_STRING)),
        arguments(Kind.NAME, "{}", List.of(NO_STRING)),
        arguments(
            Kind.NAME, "\"abcdef\"", List.of("Ensure this field has no more than 5 characters.")),
        arguments(Kind.NAME, "\"a\\u0000b\"", List.of("Null characters are not allowed.")),
        arguments(
            Kind.NAME, "\"a\\ud800b\"", List.of("Surrogate characters are not allowed: U+D800.")),
        arguments(
            Kind.NAME,
            "\"abcde\\u0000\"",
            List.of(
                "Ensure this field has no more than 5 characters.",
                "Null characters are not allowed.")),
        arguments(
            Kind.COLOR,
            "\"#12345678\"",
            List.of("Ensure this field has no more than 7 characters.")),
        arguments(Kind.COLOR, "\"\"", List.of(BLANK)),
        arguments(Kind.COLOR, "null", List.of(NULL)),
        arguments(
            Kind.COLOR,
            "\"#12\"",
            List.of("রং হবে #rgb, #rrggbb বা সাত অক্ষর পর্যন্ত CSS রঙের নাম।")),
        arguments(Kind.FREE, "[]", List.of(NO_STRING)),
        arguments(Kind.UUID, "\"not-a-uuid\"", List.of(NO_UUID)),
        arguments(Kind.UUID, "\"\"", List.of(NO_UUID)),
        arguments(Kind.UUID, "[]", List.of(NO_UUID)),
        arguments(Kind.UUID, "null", List.of(NULL)),
        arguments(Kind.NUMBER, "\"many\"", List.of(NO_INTEGER)),
        arguments(Kind.NUMBER, "1.5", List.of(NO_INTEGER)),
        arguments(Kind.NUMBER, "true", List.of(NO_INTEGER)),
        arguments(Kind.NUMBER, "\"\"", List.of(NO_INTEGER)),
        arguments(Kind.NUMBER, "null", List.of(NULL)),
        arguments(Kind.NUMBER, "0", List.of("Ensure this value is greater than or equal to 1.")),
        arguments(
            Kind.NUMBER,
            "2147483648",
            List.of("Ensure this value is less than or equal to 2147483647.")),
        arguments(Kind.NUMBER, "1e300", List.of(NO_INTEGER)),
        arguments(Kind.FLAG, "\"maybe\"", List.of(NO_FLAG)),
        arguments(Kind.FLAG, "\"\"", List.of(NO_FLAG)),
        arguments(Kind.FLAG, "null", List.of(NULL)),
        arguments(Kind.FLAG, "[]", List.of(NO_FLAG)),
        arguments(Kind.CHOICE, "\"system\"", List.of("\"system\" is not a valid choice.")),
        arguments(Kind.CHOICE, "null", List.of(NULL)));
  }

  @ParameterizedTest
  @MethodSource("refused")
  void refuses(Kind field, String json, List<String> texts) {
    var fields = fields("{\"f\":" + json + "}", false);
    var _ = field.read(fields);
    assertThat(errors(fields, "f")).isEqualTo(texts);
  }

  @Test
  void whatMustBeThereIsRequiredAndTheRestIsNot() {
    for (var field : List.of(Kind.NAME, Kind.UUID)) {
      var fields = fields("{}", false);
      var _ = field.read(fields);
      assertThat(errors(fields, "f")).containsExactly(REQUIRED);
    }
    for (var field : List.of(Kind.COLOR, Kind.FREE, Kind.NUMBER, Kind.FLAG, Kind.CHOICE)) {
      var fields = fields("{}", false);
      var _ = field.read(fields);
      assertThat(errors(fields, "f")).isEmpty();
    }
  }

  @Test
  void whatIsNoObjectHasNoFields() {
    var fields = fields("[1,2]", false);
    var _ = Kind.NAME.read(fields);
    assertThat(errors(fields, "non_field_errors"))
        .containsExactly("Invalid data. Expected a dictionary, but got list.");
    assertThat(errors(fields, "f")).isEmpty();
  }

  @Test
  void whatAFormLeavesEmptyIsAbsentIfItMayBe() {
    var empty = "{\"f\":\"\"}";
    assertThat(Kind.COLOR.read(fields(empty, true))).isEqualTo("#007bff");
    assertThat(Kind.NUMBER.read(fields(empty, true))).isEqualTo("none");
    var fields = fields(empty, true);
    var _ = Kind.NAME.read(fields);
    assertThat(errors(fields, "f")).containsExactly(BLANK);
  }
}
