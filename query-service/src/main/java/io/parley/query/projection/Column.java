package io.parley.query.projection;

import io.parley.schemas.Json;
import java.time.Instant;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/// One column of rows that are written together.
///
/// PostgreSQL stores every character but NUL. One that came all the way into the log is replaced,
/// because it must not stop a read model.
public record Column<T>(String type, Function<T, @Nullable Object> value) {

  /// A column of type `text`.
  public static <T> Column<T> text(Function<T, @Nullable String> value) {
    return new Column<>("text", row -> storable(value.apply(row)));
  }

  /// A column of type `uuid`.
  public static <T> Column<T> uuid(Function<T, @Nullable UUID> value) {
    return new Column<>("uuid", row -> text(value.apply(row)));
  }

  /// A column of type `bigint`.
  public static <T> Column<T> number(Function<T, Long> value) {
    return new Column<>("int8", value::apply);
  }

  /// A column of type `bigint` that may be null.
  public static <T> Column<T> optionalNumber(Function<T, @Nullable Long> value) {
    return new Column<>("int8", value::apply);
  }

  /// A column of type `boolean`.
  public static <T> Column<T> flag(Function<T, Boolean> value) {
    return new Column<>("bool", value::apply);
  }

  /// A column of type `timestamptz`.
  public static <T> Column<T> time(Function<T, @Nullable Instant> value) {
    return new Column<>("timestamptz", row -> text(value.apply(row)));
  }

  /// A column of type `jsonb`, written by [Json].
  public static <T> Column<T> json(Function<T, @Nullable Object> value) {
    return new Column<>("jsonb", row -> jsonText(value.apply(row)));
  }

  private static @Nullable String text(@Nullable Object value) {
    return value == null ? null : value.toString();
  }

  private static @Nullable String storable(@Nullable String value) {
    return value == null ? null : value.replace('\0', '\uFFFD');
  }

  private static @Nullable String jsonText(@Nullable Object value) {
    return value == null ? null : NulInJson.replaced(Json.mapper().writeValueAsString(value));
  }
}
