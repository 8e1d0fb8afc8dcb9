package io.parley.schemas.contract;

import static org.assertj.core.api.Assertions.assertThat;

import io.parley.schemas.Json;
import io.parley.schemas.frame.PublicFrame;
import io.parley.schemas.view.PublicMessageView;
import io.parley.schemas.view.PublicRoomView;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import tools.jackson.databind.JsonNode;

/// Whatever the public chat shows is as its schema says.
class PublicContractPropertiesTest {
  @Property(tries = 500)
  void whatAVisitorsSocketIsShownIsAsItsSchemaSays(@ForAll("frames") PublicFrame frame) {
    var json = Json.mapper().readTree(frame.toJson());
    assertThat(Json.mapper().treeToValue(json, PublicFrame.class)).isEqualTo(frame);
    valid(ContractSchemas.ofPublicFrame(json.path("type").stringValue()), json);
  }

  @Property(tries = 200)
  void aRoomIsAsItsSchemaSays(@ForAll("rooms") PublicRoomView room) {
    valid(ContractSchemas.ofView("public_room"), Json.mapper().valueToTree(room));
  }

  @Property(tries = 200)
  void aMessageAndItsAuthorAreAsTheirSchemasSay(@ForAll("messages") PublicMessageView message) {
    valid(ContractSchemas.ofView("public_message"), Json.mapper().valueToTree(message));
    valid(ContractSchemas.ofView("visitor"), Json.mapper().valueToTree(message.user()));
  }

  @Provide
  Arbitrary<PublicFrame> frames() {
    return AnyRecord.of(PublicFrame.class);
  }

  @Provide
  Arbitrary<PublicRoomView> rooms() {
    return AnyRecord.of(PublicRoomView.class);
  }

  @Provide
  Arbitrary<PublicMessageView> messages() {
    return AnyRecord.of(PublicMessageView.class);
  }

  private static void valid(String id, JsonNode value) {
    assertThat(Contract.errors(id, value)).as(value::toString).isEmpty();
  }
}
