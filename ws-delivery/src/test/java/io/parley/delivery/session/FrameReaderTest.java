package io.parley.delivery.session;

import static org.assertj.core.api.Assertions.assertThat;

import io.parley.schemas.Json;
import io.parley.schemas.frame.ClientFrame;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

class FrameReaderTest {
  private static final UUID ROOM = UUID.fromString("00000000-0000-8000-8000-000000000001");
  private static final String ROOM_ID = "'room_id':'" + ROOM + "'";

  private static FrameReader.Read read(String text) {
    return FrameReader.read(text.replace('\'', '"'));
  }

  private static JsonNode error(String text) {
    if (read(text) instanceof FrameReader.Read.NotUnderstood(var error)) {
      return Json.mapper().readTree(error.text());
    }
    throw new AssertionError("understood: " + text);
  }

  @Test
  void whatIsCompleteIsUnderstood() {
    assertThat(read("{'type':'ping','more':1}"))
        .isEqualTo(new FrameReader.Read.Understood(new ClientFrame.Ping()));
    assertThat(read("{'type':'join_room'," + ROOM_ID + ",'after_seq':0}"))
        .isEqualTo(new FrameReader.Read.Understood(new ClientFrame.JoinRoom(ROOM, 0L)));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"", " ", "hello", "{", "{'type':'ping'} x", "{'type':'ping',}", "NaN", "\u0000"})
  void whatIsNoJson(String text) {
    assertThat(error(text).get("code").stringValue()).isEqualTo("invalid_json");
  }

  @ParameterizedTest
  @ValueSource(strings = {"{'type':'dance'}", "{'type':''}", "{'type':'message'}"})
  void aTypeThatIsNone(String text) {
    assertThat(error(text).get("code").stringValue()).isEqualTo("unknown_type");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "null",
        "5",
        "[]",
        "'ping'",
        "{}",
        "{'type':null}",
        "{'type':'authenticate'}",
        "{'type':'authenticate','token':5}",
        "{'type':'join_room'}",
        "{'type':'join_room','room_id':null}",
        "{'type':'join_room','room_id':5}",
        "{'type':'join_room','room_id':'x'}",
        "{'type':'join_room'," + "'room_id':'00000000-0000-8000-8000-000000000001','after_seq':-1}",
        "{'type':'join_room',"
            + "'room_id':'00000000-0000-8000-8000-000000000001','after_seq':1.5}",
        "{'type':'join_room',"
            + "'room_id':'00000000-0000-8000-8000-000000000001','after_seq':'1'}",
        "{'type':'join_room','room_id':'00000000-0000-8000-8000-000000000001','after_seq':1e40}",
        "{'type':'leave_room'}",
        "{'type':'send_message','content':'x'}",
        "{'type':'mark_read'}",
        "{'type':'typing','room_id':'00000000-0000-8000-8000-000000000001'}",
        "{'type':'typing','room_id':'00000000-0000-8000-8000-000000000001','is_typing':'yes'}",
        "{'type':'typing','room_id':'00000000-0000-8000-8000-000000000001','is_typing':1}"
      })
  void whatLacksSomethingOrHasItInAnotherForm(String text) {
    assertThat(error(text).get("code").stringValue()).isEqualTo("invalid_frame");
  }

  @Test
  void theErrorNamesTheFrameThatItIsAbout() {
    UUID id = UUID.randomUUID();
    var error =
        error(
            "{'type':'send_message',"
                + ROOM_ID
                + ",'content':{},'client_message_id':'"
                + id
                + "'}");
    assertThat(error.get("room_id").stringValue()).isEqualTo(ROOM.toString());
    assertThat(error.get("client_message_id").stringValue()).isEqualTo(id.toString());
  }
}
