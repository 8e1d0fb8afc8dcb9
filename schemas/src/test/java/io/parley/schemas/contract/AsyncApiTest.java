package io.parley.schemas.contract;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import io.parley.schemas.Topics;
import io.parley.schemas.command.DeadLetter;
import io.parley.schemas.event.Aggregate;
import io.parley.schemas.event.EventTypes;
import io.parley.schemas.frame.ClientFrame;
import io.parley.schemas.frame.PublicFrame;
import io.parley.schemas.frame.ServerFrame;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/// `asyncapi.yaml` names every topic, event and frame, and its examples are as it says.
class AsyncApiTest {
  private static final Document ASYNC_API = Document.read("asyncapi.yaml");

  @Test
  void isAsyncApiWhoseReferencesResolve() {
    assertThat(ASYNC_API.at("/asyncapi").stringValue()).isEqualTo("3.0.0");
    assertThat(ASYNC_API.refs()).hasSizeGreaterThan(100);
    assertThat(ASYNC_API.refs())
        .allSatisfy(ref -> assertThat(ASYNC_API.resolve(ref).isMissingNode()).isFalse());
  }

  @Test
  void namesEveryTopic() {
    var topics = new Topics("chat");
    assertThat(ASYNC_API.at("/channels").values())
        .extracting(channel -> channel.path("address").stringValue())
        .containsExactlyInAnyOrder(
            topics.events(),
            topics.commands(),
            topics.deadCommands(),
            topics.replies(),
            topics.signals(),
            "/ws/chat/",
            "/ws/chat/{room_id}/");
  }

  @Test
  void namesEveryEvent() {
    assertThat(messages(ASYNC_API.at("/channels/events/messages").valueStream()))
        .extracting(message -> message.path("name").stringValue())
        .containsExactlyInAnyOrderElementsOf(EventTypes.all().keySet());
  }

  @Test
  void namesEveryFrame() {
    assertThat(names("/operations/hearClients/messages"))
        .containsExactlyInAnyOrderElementsOf(framesOf(ClientFrame.class));
    assertThat(names("/operations/tellClients/messages"))
        .containsExactlyInAnyOrderElementsOf(framesOf(ServerFrame.class));
    assertThat(names("/operations/hearVisitors/messages"))
        .containsExactlyInAnyOrderElementsOf(FramesTest.VISITOR_FRAMES);
    assertThat(names("/operations/tellVisitors/messages"))
        .containsExactlyInAnyOrderElementsOf(framesOf(PublicFrame.class));
  }

  @Test
  void everyMessageHasTheSchemaOfItsName() {
    assertThat(ASYNC_API.at("/components/messages").values())
        .filteredOn(message -> message.has("payload"))
        .hasSizeGreaterThan(50)
        .allSatisfy(
            message ->
                assertThat(message.at("/payload/schema/$ref").stringValue())
                    .endsWith("/" + message.path("name").stringValue() + ".json"));
  }

  @Test
  void itsExamplesAreAsItSays() {
    var examples = new ArrayList<String>();
    ASYNC_API
        .at("/components/messages")
        .forEachEntry(
            (key, message) -> {
              for (var example : message.path("examples")) {
                examples.add(key);
                var schema = message.at("/payload/schema/$ref").stringValue();
                assertThat(Contract.errors(ContractSchemas.BASE + schema, example.path("payload")))
                    .as(key)
                    .isEmpty();
              }
            });
    assertThat(examples).hasSizeGreaterThan(5).contains("MessageSent");
    assertThat(examples).contains("PublicMessageSent", "Signal", "PublicUserList");
  }

  @Test
  void aFrameIsDescribedWhereItsSocketIs() {
    for (var socket : List.of("socket", "public_socket")) {
      assertThat(ASYNC_API.at("/channels/" + socket + "/messages").valueStream())
          .extracting(message -> target(message).at("/payload/schema/$ref").stringValue())
          .allMatch(schema -> schema.startsWith("frames/public/") == socket.startsWith("public"));
    }
    assertThat(ASYNC_API.at("/channels/public_socket/description").stringValue())
        .contains("1003", "1012", "4001", "4008", "4400", "4404", "4429");
  }

  @Test
  void namesEveryReasonWhyACommandIsDead() {
    assertThat(
            ASYNC_API
                .at("/components/schemas/DeadCommandHeaders/properties/dead_reason/enum")
                .values())
        .extracting(JsonNode::stringValue)
        .containsExactlyElementsOf(
            Arrays.stream(DeadLetter.Reason.values()).map(DeadLetter.Reason::code).toList());
  }

  @Test
  void everyEventComesFromASourceThatIsNamed() {
    assertThat(ASYNC_API.at("/components/schemas/EventHeaders/properties/ce_source/enum").values())
        .extracting(JsonNode::stringValue)
        .containsExactlyInAnyOrderElementsOf(
            Arrays.stream(Aggregate.values())
                .map(aggregate -> "/parley/" + aggregate.name().toLowerCase(Locale.ROOT))
                .toList());
  }

  @Test
  void itsHeadersAreThoseOfEvents() {
    var headers = ASYNC_API.at("/components/messages/MessageSent/examples/0/headers");
    assertThat(ASYNC_API.errors("/components/schemas/EventHeaders", headers)).isEmpty();
    for (var mutant : Mutants.withoutOne(headers)) {
      assertThat(ASYNC_API.errors("/components/schemas/EventHeaders", mutant.value()).isEmpty())
          .isEqualTo(mutant.what().equals("-audience"));
    }
  }

  private static List<String> names(String pointer) {
    var inChannel = ASYNC_API.at(pointer).valueStream().map(AsyncApiTest::target);
    return messages(inChannel).map(message -> message.path("name").stringValue()).toList();
  }

  private static Stream<JsonNode> messages(Stream<JsonNode> references) {
    return references.map(AsyncApiTest::target);
  }

  private static JsonNode target(JsonNode reference) {
    return ASYNC_API.resolve(reference.path("$ref").stringValue());
  }

  private static List<String> framesOf(Class<?> frames) {
    var types = Objects.requireNonNull(frames.getAnnotation(JsonSubTypes.class)).value();
    return Arrays.stream(types).map(JsonSubTypes.Type::name).toList();
  }
}
