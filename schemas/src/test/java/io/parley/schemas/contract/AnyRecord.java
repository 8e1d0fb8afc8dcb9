package io.parley.schemas.contract;

import io.parley.schemas.Ids;
import io.parley.schemas.MarketplaceId;
import io.parley.schemas.MessageContent;
import io.parley.schemas.ParticipantRole;
import io.parley.schemas.Person;
import java.lang.reflect.Constructor;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.math.BigInteger;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;

/// Arbitrary values of the contract's records: any of a sealed interface, every component by its
/// type (and by its name where the type says too little), null where null may be.
final class AnyRecord {
  private static final BigInteger TWO_TO_64 = BigInteger.TWO.pow(64);
  private static final Instant NEW_YEAR = Instant.parse("2026-01-01T00:00:00Z");

  private AnyRecord() {}

  static <T> Arbitrary<T> of(Class<T> type) {
    return Arbitraries.of(Sealed.recordsOf(type)).flatMap(AnyRecord::ofRecord).map(type::cast);
  }

  private static Arbitrary<?> ofRecord(Class<?> type) {
    if (type == Person.class) {
      return person();
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
        : ofClass(name, type);
  }

  private static Arbitrary<?> ofClass(String name, Class<?> type) {
    return switch (type.getSimpleName()) {
      case "String" -> string(name);
      case "UUID" -> uuid();
      case "Instant" -> Arbitraries.longs().between(0, 1L << 40).map(NEW_YEAR::plusMillis);
      case "MarketplaceId" -> marketplaceId();
      case "boolean", "Boolean" -> Arbitraries.of(true, false);
      case "int", "Integer" -> Arbitraries.integers().between(0, 1_000_000);
      case "long", "Long" -> Arbitraries.longs().between(1, 1L << 53);
      case "Object" -> price();
      case "JsonNode" -> text().map(AnyRecord::data);
      default -> type.isEnum() ? Arbitraries.of(type.getEnumConstants()) : of(type);
    };
  }

  private static Class<?> elementOf(RecordComponent component) {
    return (Class<?>) ((ParameterizedType) component.getGenericType()).getActualTypeArguments()[0];
  }

  /// Anything that is Unicode text.
  static Arbitrary<String> text() {
    var samples =
        Arbitraries.of(
            "", "سلام، می‌خواهم بخرم", "আপনার পণ্যটি আছে?", "👩🏽‍🏭\u0001\"\\/<b>\u2028\uFFFD");
    var any =
        Arbitraries.strings().all().ofMaxLength(40).filter(text -> MessageContent.isText(text));
    return Arbitraries.oneOf(samples, any);
  }

  private static Arbitrary<String> string(String name) {
    return switch (name) {
      case "fileUrl" -> Arbitraries.of("https://cdn.example.com/رسید.jpg", "http://[::1]:80/?q=1");
      case "code" -> Arbitraries.of("content_blank", "overloaded");
      default -> text();
    };
  }

  static Arbitrary<UUID> uuid() {
    return Combinators.combine(Arbitraries.longs(), Arbitraries.longs()).as(UUID::new);
  }

  private static Arbitrary<MarketplaceId> marketplaceId() {
    var numbers = Arbitraries.longs().greaterOrEqual(0).map(String::valueOf);
    var names = Arbitraries.of("007", "فروشگاه-۱", "দোকান", "a.b_c@d:e|f+g-h", "9".repeat(64));
    return Arbitraries.oneOf(numbers, names).map(MarketplaceId::new);
  }

  private static Arbitrary<Person> person() {
    var accounts =
        Combinators.combine(Arbitraries.of(ParticipantRole.class), marketplaceId(), text())
            .as(Person::account);
    return Arbitraries.oneOf(uuid().map(Ids::guest).map(Person::guest), accounts);
  }

  private static Arbitrary<Object> price() {
    return Arbitraries.oneOf(
        text().asGeneric(),
        Arbitraries.doubles().asGeneric(),
        Arbitraries.integers().asGeneric(),
        Arbitraries.bigIntegers().between(TWO_TO_64, TWO_TO_64.pow(4)).asGeneric());
  }

  private static JsonNode data(String content) {
    return JsonNodeFactory.instance.objectNode().put("content", content);
  }
}
