package io.parley.schemas.contract;

import io.parley.schemas.Ids;
import io.parley.schemas.MarketplaceId;
import io.parley.schemas.MessageContent;
import io.parley.schemas.ParticipantRole;
import io.parley.schemas.Person;
import io.parley.schemas.PublicTime;
import java.math.BigInteger;
import java.time.Instant;
import java.util.UUID;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;

/// Arbitrary values that are no records: by the component's name where its type says too little.
final class AnyValue {
  private static final BigInteger TWO_TO_64 = BigInteger.TWO.pow(64);
  private static final Instant NEW_YEAR = Instant.parse("2026-01-01T00:00:00Z");
  private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

  private AnyValue() {}

  /// Anything that is Unicode text.
  static Arbitrary<String> text() {
    var samples =
        Arbitraries.of(
            "", "سلام، می‌خواهم بخرم", "আপনার পণ্যটি আছে?", "👩🏽‍🏭\u0001\"\\/<b>\u2028\uFFFD");
    var any =
        Arbitraries.strings().all().ofMaxLength(40).filter(text -> MessageContent.isText(text));
    return Arbitraries.oneOf(samples, any);
  }

  static Arbitrary<String> string(String name, boolean inFrame) {
    return switch (name) {
      case "fileUrl" -> Arbitraries.of("https://cdn.example.com/رسید.jpg", "http://[::1]:80/?q=1");
      case "code" -> Arbitraries.of("content_blank", "overloaded");
      case "shortcut" -> Arbitraries.of("می‌فرستیم", "র‍্যাপ-1", "Out_of-stock", "é");
      case "color", "userColor" -> color();
      case "opener", "by" -> publicRoomActor();
      case "timestamp", "joinedAt", "lastSeen", "createdAt", "updatedAt" ->
          instant().map(inFrame ? PublicTime::utc : PublicTime::dhaka);
      default -> text();
    };
  }

  static Arbitrary<Integer> integer(String name) {
    var any = Arbitraries.integers();
    return name.equals("maxUsers") ? any : any.between(0, 1_000_000);
  }

  static Arbitrary<JsonNode> json(String name) {
    return name.equals("typing") ? scalar() : text().map(AnyValue::data);
  }

  static Arbitrary<UUID> uuid() {
    return Combinators.combine(Arbitraries.longs(), Arbitraries.longs()).as(UUID::new);
  }

  static Arbitrary<Instant> instant() {
    return Arbitraries.longs().between(0, 1L << 40).map(NEW_YEAR::plusMillis);
  }

  static Arbitrary<MarketplaceId> marketplaceId() {
    var numbers = Arbitraries.longs().greaterOrEqual(0).map(String::valueOf);
    var names = Arbitraries.of("007", "فروشگاه-۱", "দোকান", "a.b_c@d:e|f+g-h", "9".repeat(64));
    return Arbitraries.oneOf(numbers, names).map(MarketplaceId::new);
  }

  static Arbitrary<Person> person() {
    var accounts =
        Combinators.combine(Arbitraries.of(ParticipantRole.class), marketplaceId(), text())
            .as(Person::account);
    return Arbitraries.oneOf(uuid().map(Ids::guest).map(Person::guest), accounts);
  }

  static Arbitrary<Object> price() {
    return Arbitraries.oneOf(
        text().asGeneric(),
        Arbitraries.doubles().asGeneric(),
        Arbitraries.integers().asGeneric(),
        Arbitraries.bigIntegers().between(TWO_TO_64, TWO_TO_64.pow(4)).asGeneric());
  }

  private static Arbitrary<String> color() {
    var hex = Arbitraries.strings().numeric().withCharRange('a', 'f').withCharRange('A', 'F');
    var digits = Arbitraries.oneOf(hex.ofLength(3), hex.ofLength(6)).map(color -> "#" + color);
    return Arbitraries.oneOf(digits, Arbitraries.of("red", "teal", "Magenta"));
  }

  private static Arbitrary<String> publicRoomActor() {
    return Arbitraries.oneOf(
        uuid().map(id -> "visitor:" + id),
        marketplaceId().map(id -> "account:" + id),
        Arbitraries.of("policy:when_started_then_open_demo_rooms"));
  }

  private static Arbitrary<JsonNode> scalar() {
    return Arbitraries.oneOf(
        Arbitraries.of(NODES.booleanNode(true), NODES.booleanNode(false), NODES.nullNode()),
        text().map(NODES::stringNode),
        Arbitraries.integers().map(NODES::numberNode),
        Arbitraries.doubles().map(NODES::numberNode));
  }

  private static JsonNode data(String content) {
    return NODES.objectNode().put("content", content);
  }
}
