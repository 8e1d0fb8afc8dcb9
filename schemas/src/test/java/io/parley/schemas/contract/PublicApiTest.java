package io.parley.schemas.contract;

import static org.assertj.core.api.Assertions.assertThat;

import io.parley.schemas.Json;
import io.parley.schemas.contract.Mutants.Mutant;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;

/// What `openapi.yaml` says of the public chat is said to the last property, and no visitor's
/// secret is in anything that somebody else may see.
class PublicApiTest {
  private static final Document OPEN_API = Document.read("openapi.yaml");
  private static final Pattern PUBLIC = Pattern.compile("/api/(?!chat/|dev/).*");
  private static final List<String> PROTECTED = List.of("put", "patch", "delete");

  /// A successful answer's example, with the place of its schema.
  record Answer(String schema, JsonNode example) {
    @Override
    public String toString() {
      return schema;
    }

    private List<String> accepted(List<Mutant> mutants) {
      return mutants.stream()
          .filter(mutant -> OPEN_API.errors(schema, mutant.value()).isEmpty())
          .map(Mutant::what)
          .filter(what -> !what.contains(".data."))
          .toList();
    }
  }

  static List<Answer> answers() {
    var answers = new ArrayList<Answer>();
    for (var path : OPEN_API.at("/paths").properties()) {
      for (var operation : path.getValue().properties()) {
        for (var response : operation.getValue().path("responses").properties()) {
          var body = response.getValue().at("/content/application~1json");
          if (PUBLIC.matcher(path.getKey()).matches() && body.isObject()) {
            var pointer = String.join("/", escape(path.getKey()), operation.getKey(), "responses");
            var at = "/paths/" + pointer + "/" + response.getKey() + "/content/application~1json";
            answers.add(new Answer(at + "/schema", body.path("example")));
          }
        }
      }
    }
    return answers;
  }

  @ParameterizedTest
  @MethodSource("answers")
  void anAnswerHasAnExampleAndNothingInItCouldBeOtherwise(Answer answer) {
    assertThat(OPEN_API.errors(answer.schema(), answer.example())).isEmpty();
    assertThat(answer.accepted(Mutants.withOneOfAWrongType(answer.example()))).isEmpty();
    assertThat(answer.accepted(Mutants.withoutOne(answer.example()))).isEmpty();
  }

  @Test
  void aRoomIsChangedByItsOpenerOrAnAdminOnly() {
    for (var method : PROTECTED) {
      var security = OPEN_API.at("/paths/~1api~1rooms~1{room_id}~1/" + method + "/security");
      assertThat(security.valueStream().flatMap(one -> one.propertyNames().stream()))
          .containsExactly("visitor_session", "token");
    }
  }

  @Test
  void aVisitorsSecretIsInNoRecordNoFrameAndNoView() {
    assertThat(Contract.idsIn(""))
        .allSatisfy(
            id -> assertThat(Contract.schema(id).findValues("session_id")).as(id).isEmpty());
  }

  @Test
  void errorsAreOfTheirThreeShapes() {
    var fields = "/components/schemas/FieldErrors";
    assertThat(OPEN_API.errors(fields, json("{'name':['এটি আবশ্যক।']}"))).isEmpty();
    assertThat(OPEN_API.errors(fields, json("{'name':'এটি আবশ্যক।'}"))).isNotEmpty();
    assertThat(OPEN_API.errors(fields, json("{}"))).isNotEmpty();
    assertThat(OPEN_API.errors("/components/schemas/Detail", json("{'detail':['x']}")))
        .isNotEmpty();
  }

  private static String escape(String name) {
    return name.replace("~", "~0").replace("/", "~1");
  }

  private static JsonNode json(String text) {
    return Json.mapper().readTree(text.replace('\'', '"'));
  }
}
