package io.parley.command.shard;

import java.lang.reflect.AnnotatedElement;
import java.lang.reflect.Method;
import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Looks whether what was read from JSON is whole: Jackson takes what is missing for null, and
/// only what is [Nullable] may be null.
final class Shape {
  private static final ClassValue<List<Part>> PARTS =
      new ClassValue<>() {
        @Override
        protected List<Part> computeValue(Class<?> type) {
          return Arrays.stream(type.getRecordComponents()).map(Part::of).toList();
        }
      };

  private record Part(String name, Method accessor, boolean isOptional) {
    static Part of(RecordComponent component) {
      AnnotatedElement type = component.getAnnotatedType();
      boolean isOptional =
          component.getType().isPrimitive() || type.isAnnotationPresent(Nullable.class);
      return new Part(component.getName(), component.getAccessor(), isOptional);
    }

    @Nullable Object in(Record whole) {
      try {
        return accessor.invoke(whole);
      } catch (ReflectiveOperationException e) {
        throw new IllegalStateException("records can be read", e);
      }
    }
  }

  private Shape() {}

  /// The name of the first part that is missing, or null when all are there.
  static @Nullable String missing(Record whole) {
    for (var part : PARTS.get(whole.getClass())) {
      var value = part.in(whole);
      if (value == null && !part.isOptional) {
        return part.name;
      }
      var inner = missingIn(value);
      if (inner != null) {
        return part.name + "." + inner;
      }
    }
    return null;
  }

  private static @Nullable String missingIn(@Nullable Object value) {
    return switch (value) {
      case Record inner -> missing(inner);
      case Collection<?> many -> missingAmong(many);
      case null, default -> null;
    };
  }

  private static @Nullable String missingAmong(Collection<?> many) {
    for (var one : many) {
      var inner = one == null ? "element" : missingIn(one);
      if (inner != null) {
        return inner;
      }
    }
    return null;
  }
}
