package io.parley.schemas.contract;

import io.parley.schemas.Person;
import io.parley.schemas.frame.PublicFrame;
import java.lang.reflect.Constructor;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import org.jspecify.annotations.Nullable;

/// Arbitrary values of the contract's records: any of a sealed interface, every component by its
/// type (and by its name where the type says too little), null where null may be.
final class AnyRecord {
  private AnyRecord() {}

  static <T> Arbitrary<T> of(Class<T> type) {
    return Arbitraries.of(Sealed.recordsOf(type)).flatMap(AnyRecord::ofRecord).map(type::cast);
  }

  private static Arbitrary<?> ofRecord(Class<?> type) {
    if (type == Person.class) {
      return AnyValue.person();
    }
    var components = Arrays.stream(type.getRecordComponents()).map(AnyRecord::ofComponent).toList();
    return Combinators.combine(components).as(values -> create(type, values));
  }

  private static Object create(Class<?> type, List<? extends @Nullable Object> values) {
    try {
      Constructor<?> canonical = type.getDeclaredConstructors()[0];
      return canonical.newInstance(values.toArray());
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException(type.toString(), e);
    }
  }

  private static Arbitrary<@Nullable Object> ofComponent(RecordComponent component) {
    Arbitrary<Object> values = ofType(component.getName(), component).asGeneric();
    boolean nullable = component.getAnnotatedType().isAnnotationPresent(Nullable.class);
    return values.injectNull(nullable ? 0.3 : 0.0);
  }

  private static Arbitrary<?> ofType(String name, RecordComponent component) {
    Class<?> type = component.getType();
    if (type == List.class) {
      return ofRecord(elementOf(component)).list().ofMaxSize(3);
    }
    return type == Set.class
        ? Arbitraries.of(elementOf(component).getEnumConstants()).set()
        : ofClass(name, component);
  }

  private static Arbitrary<?> ofClass(String name, RecordComponent component) {
    Class<?> type = component.getType();
    return switch (type.getSimpleName()) {
      case "String" -> AnyValue.string(name, isOfFrame(component));
      case "UUID" -> AnyValue.uuid();
      case "Instant" -> AnyValue.instant();
      case "MarketplaceId" -> AnyValue.marketplaceId();
      case "boolean", "Boolean" -> Arbitraries.of(true, false);
      case "int", "Integer" -> AnyValue.integer(name);
      case "long", "Long" -> Arbitraries.longs().between(1, 1L << 53);
      case "Object" -> AnyValue.price();
      case "JsonNode" -> AnyValue.json(name);
      default -> type.isEnum() ? Arbitraries.of(type.getEnumConstants()) : of(type);
    };
  }

  private static boolean isOfFrame(RecordComponent component) {
    return component.getDeclaringRecord().getPackage().equals(PublicFrame.class.getPackage());
  }

  private static Class<?> elementOf(RecordComponent component) {
    return (Class<?>) ((ParameterizedType) component.getGenericType()).getActualTypeArguments()[0];
  }
}
