package io.parley.schemas.contract;

import static org.assertj.core.api.Assertions.assertThat;

import io.parley.schemas.contract.Mutants.Mutant;
import io.parley.schemas.reply.Refusal;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;

/// Each schema accepts its examples, and refuses them once one thing in them is wrong.
class SchemasTest {
  private static final Set<String> PARTS =
      Set.of(ContractSchemas.BASE + "common.json", ContractSchemas.ofEvent("envelope"));

  /// What may be left out of frames and views: there for some readers only, only when it
  /// changed, or only when it happened.
  private static final Set<String> OPTIONAL =
      Set.of(
          "client_message_id",
          "guest_session",
          "last_message",
          "unread_count",
          "is_archived",
          "room_id",
          "retry_after",
          "command_id",
          "conversations",
          "messages_buyer",
          "messages_vendor",
          "messages_public",
          "active_rooms",
          "found");

  /// An example of the schema with this id.
  record Example(String id, JsonNode value) {
    boolean isFor(String folder) {
      return id.startsWith(ContractSchemas.BASE + folder);
    }

    @Override
    public String toString() {
      return id.substring(ContractSchemas.BASE.length()) + " " + value;
    }
  }

  static Stream<String> ids() {
    return Contract.idsIn("").stream().sorted();
  }

  static Stream<Example> examples() {
    return ids()
        .flatMap(
            id -> Contract.schema(id).path("examples").valueStream().map(v -> new Example(id, v)));
  }

  @ParameterizedTest
  @MethodSource("ids")
  void saysWhatItIs(String id) {
    var schema = Contract.schema(id);
    assertThat(schema.path("$id").stringValue()).isEqualTo(id);
    assertThat(schema.path("$schema").stringValue())
        .isEqualTo("https://json-schema.org/draft/2020-12/schema");
    assertThat(schema.path("title").stringValue()).isNotBlank();
    assertThat(schema.path("description").stringValue()).isNotBlank();
    assertThat(schema.has("examples")).isEqualTo(!PARTS.contains(id));
  }

  @ParameterizedTest
  @MethodSource("examples")
  void acceptsItsExample(Example example) {
    assertThat(Contract.errors(example.id(), example.value())).isEmpty();
    assertThat(Contract.consumerErrors(example.id(), example.value())).isEmpty();
  }

  @ParameterizedTest
  @MethodSource("examples")
  void refusesAnythingOfAWrongType(Example example) {
    assertThat(accepted(example.id(), Mutants.withOneOfAWrongType(example.value()))).isEmpty();
  }

  @ParameterizedTest
  @MethodSource("examples")
  void missesWhatIsLeftOut(Example example) {
    var accepted = accepted(example.id(), Mutants.withoutOne(example.value()));
    if (example.isFor("events")) {
      assertThat(accepted).isEmpty();
    } else if (!example.isFor("frames/in") && !example.isFor("frames/public/in")) {
      assertThat(accepted).map(what -> what.replaceAll(".*[.-]", "")).isSubsetOf(OPTIONAL);
    }
  }

  @ParameterizedTest
  @MethodSource("examples")
  void isClosedForUsAndOpenForConsumers(Example example) {
    for (var mutant : Mutants.withOneUnknown(example.value())) {
      assertThat(Contract.consumerErrors(example.id(), mutant.value())).as(mutant.what()).isEmpty();
      assertThat(Contract.errors(example.id(), mutant.value())).as(mutant.what()).isNotEmpty();
    }
  }

  @Test
  void aReplyHasAnyRefusal() {
    var reasons = Contract.schema(ContractSchemas.BASE + "replies/reply.json");
    assertThat(reasons.at("/oneOf/1/properties/reason/enum").valueStream())
        .extracting(JsonNode::stringValue)
        .containsExactlyInAnyOrderElementsOf(
            Arrays.stream(Refusal.values()).map(Enum::name).toList());
  }

  @Test
  void whatIsNoIdOfOursHasNoSchema() {
    for (var id :
        List.of("https://parley.example/schemas/../x", "", ContractSchemas.ofView("no"))) {
      assertThat(ContractSchemas.open(id)).isEmpty();
      assertThat(ContractSchemas.closed(id)).isEmpty();
    }
  }

  static List<String> accepted(String id, List<Mutant> mutants) {
    assertThat(mutants).isNotEmpty();
    return mutants.stream()
        .filter(mutant -> Contract.errors(id, mutant.value()).isEmpty())
        .map(Mutant::what)
        .toList();
  }
}
