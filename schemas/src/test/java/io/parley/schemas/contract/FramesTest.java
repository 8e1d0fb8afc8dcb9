package io.parley.schemas.contract;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import io.parley.schemas.Json;
import io.parley.schemas.contract.Mutants.Mutant;
import io.parley.schemas.contract.SchemasTest.Example;
import io.parley.schemas.frame.ClientFrame;
import io.parley.schemas.frame.PublicFrame;
import io.parley.schemas.frame.ServerFrame;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;

/// Frames and their schemas say the same.
class FramesTest {
  /// What a visitor of the public rooms may send.
  static final Set<String> VISITOR_FRAMES = Set.of("message", "typing", "user_update");

  static Stream<Example> clientFrames() {
    return SchemasTest.examples().filter(example -> example.isFor("frames/in"));
  }

  static Stream<Example> publicFrames() {
    return SchemasTest.examples().filter(example -> example.isFor("frames/public/out"));
  }

  @ParameterizedTest
  @MethodSource("clientFrames")
  void aClientsFrameIsReadExactlyWhenItsSchemaAcceptsIt(Example example) {
    var frames =
        Stream.of(
                List.of(new Mutant("", example.value())),
                Mutants.withoutOne(example.value()),
                Mutants.withOneOfAWrongType(example.value()),
                Mutants.withOneUnknown(example.value()))
            .flatMap(List::stream);
    assertThat(frames)
        .allSatisfy(
            frame ->
                assertThat(isRead(frame.value()))
                    .isEqualTo(Contract.consumerErrors(example.id(), frame.value()).isEmpty()));
  }

  @Test
  void everyFrameHasItsSchema() {
    assertThat(Contract.idsIn("frames/in"))
        .isEqualTo(ids(ClientFrame.class, ContractSchemas.BASE + "frames/in/"));
    assertThat(Contract.idsIn("frames/out"))
        .isEqualTo(ids(ServerFrame.class, ContractSchemas.BASE + "frames/out/"));
    assertThat(Contract.idsIn("frames/public/out"))
        .isEqualTo(ids(PublicFrame.class, ContractSchemas.BASE + "frames/public/out/"));
    assertThat(Contract.idsIn("frames/public/in"))
        .isEqualTo(
            VISITOR_FRAMES.stream()
                .map(ContractSchemas::ofVisitorFrame)
                .collect(Collectors.toSet()));
  }

  @ParameterizedTest
  @MethodSource("publicFrames")
  void whatAVisitorIsShownIsWrittenAsItsExample(Example example) {
    var frame = Json.mapper().treeToValue(example.value(), PublicFrame.class);
    assertThat(frame.toJson()).isEqualTo(example.value().toString());
  }

  @Test
  void aVisitorsFrameWithoutATypeIsAMessage() {
    for (var type : VISITOR_FRAMES) {
      var id = ContractSchemas.ofVisitorFrame(type);
      assertThat(Contract.errors(id, Json.mapper().readTree("{}")).isEmpty())
          .isEqualTo(type.equals("message"));
      assertThat(Contract.errors(id, Json.mapper().readTree("{\"type\":\"ping\"}"))).isNotEmpty();
    }
  }

  private static boolean isRead(JsonNode frame) {
    try {
      return ClientFrame.parse(frame.toString()) != null;
    } catch (JacksonException e) {
      return false;
    }
  }

  private static Set<String> ids(Class<?> frames, String base) {
    var names = Objects.requireNonNull(frames.getAnnotation(JsonSubTypes.class));
    assertThat(names.value()).hasSameSizeAs(Sealed.recordsOf(frames));
    return Arrays.stream(names.value())
        .map(name -> base + name.name() + ".json")
        .collect(Collectors.toSet());
  }
}
