package io.parley.delivery.fanout;

import static io.parley.delivery.fanout.Callers.SARA;
import static io.parley.delivery.fanout.Callers.SARA_CALLS;
import static io.parley.delivery.fanout.Callers.STRANGER_CALLS;
import static io.parley.delivery.fanout.Callers.VENDOR_CALLS;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import io.parley.delivery.publicroom.EmptyHouse;
import io.parley.delivery.session.Audience;
import io.parley.delivery.session.Bounds;
import io.parley.delivery.session.RecordingOutlet;
import io.parley.delivery.ticket.Tickets;
import io.parley.schemas.Ids;
import io.parley.schemas.MessageType;
import io.parley.schemas.Unread;
import io.parley.schemas.event.Aggregate;
import io.parley.schemas.event.EventEnvelope;
import io.parley.schemas.event.EventTypes;
import io.parley.schemas.event.RoomEvent;
import io.parley.schemas.signal.Signal;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class FanoutTest {
  private static final UUID ROOM = new UUID(0, 1);
  private static final UUID COMMAND = new UUID(0, 3);
  private static final String AUDIENCE = "vendor:1 account:42 account:7";

  private final Audience audience = new Audience();
  private final Fanout fanout =
      new Fanout(
          audience.subscriptions(),
          audience.people(),
          new TypingBoard(audience.subscriptions(), Bounds.with(Map.of())),
          EmptyHouse.rooms(),
          new Tickets(_ -> {}, Bounds.with(Map.of())));

  private void whenWritten(long seq, RoomEvent event) {
    var envelope =
        new EventEnvelope(
            Ids.event(ROOM, seq),
            EventTypes.nameOf(event.getClass()),
            Aggregate.ROOM,
            ROOM,
            seq,
            Instant.EPOCH,
            COMMAND,
            "0123456789abcdef",
            seq,
            null,
            event);
    fanout.event(ROOM.toString(), AUDIENCE, envelope.toBytes());
  }

  private static RoomEvent message(String content) {
    return new RoomEvent.MessageSent(
        ROOM, new UUID(0, 2), SARA, content, MessageType.TEXT, null, new Unread(0, 4));
  }

  @Test
  void whoJoinedSeesTheEventAndWhoDidNotSeesThatTheRoomChanged() {
    var joined = audience.connect(VENDOR_CALLS, Map.of(ROOM, 1L));
    var colleague = audience.connect(VENDOR_CALLS, Map.of());
    var stranger = audience.connect(STRANGER_CALLS, Map.of());
    whenWritten(2, message("سلام"));
    assertThat(joined.take()).containsExactly("message 2");
    assertThat(colleague.frames().getFirst().get("unread_count").intValue()).isEqualTo(4);
    assertThat(colleague.take()).containsExactly("room_updated 2");
    assertThat(stranger.take()).isEmpty();
  }

  @Test
  void onlyTheSendersOwnSocketsSeeTheClientsId() {
    var own = audience.connect(SARA_CALLS, Map.of(ROOM, 1L));
    var second = audience.connect(SARA_CALLS, Map.of(ROOM, 1L));
    var other = audience.connect(VENDOR_CALLS, Map.of(ROOM, 1L));
    whenWritten(2, message("سلام"));
    for (RecordingOutlet outlet : new RecordingOutlet[] {own, second}) {
      assertThat(outlet.frames().getFirst().get("client_message_id").stringValue())
          .isEqualTo(COMMAND.toString());
    }
    assertThat(other.frames().getFirst().has("client_message_id")).isFalse();
  }

  @Test
  void anEventThatComesTwiceIsShownOnce() {
    var joined = audience.connect(VENDOR_CALLS, Map.of(ROOM, 1L));
    var herself = audience.connect(SARA_CALLS, Map.of());
    whenWritten(2, message("سلام"));
    whenWritten(2, message("سلام"));
    assertThat(joined.take()).containsExactly("message 2");
    assertThat(herself.take()).containsExactly("room_updated 2");
  }

  @Test
  void readingIsShownToTheReadersOwnSide() {
    var herself = audience.connect(SARA_CALLS, Map.of());
    var vendor = audience.connect(VENDOR_CALLS, Map.of());
    whenWritten(3, new RoomEvent.MessagesRead(ROOM, SARA, 2, Unread.NONE));
    assertThat(herself.take()).containsExactly("room_updated 3");
    assertThat(vendor.take()).isEmpty();
  }

  @Test
  void aMessageEndsTyping() {
    var vendor = audience.connect(VENDOR_CALLS, Map.of(ROOM, 1L));
    fanout.signal(ROOM.toString(), new Signal.Typing(ROOM, SARA, true).toBytes());
    whenWritten(2, message("سلام"));
    assertThat(vendor.take()).containsExactly("typing", "typing", "message 2");
  }

  @Test
  void whatConcernsNobodyHereIsNotEvenRead() {
    assertThatCode(
            () -> {
              fanout.event(ROOM.toString(), AUDIENCE, "no event".getBytes(UTF_8));
              fanout.event("no uuid", AUDIENCE, "no event".getBytes(UTF_8));
              fanout.event(null, null, "no event".getBytes(UTF_8));
              fanout.signal(null, "no signal".getBytes(UTF_8));
              fanout.signal(ROOM.toString(), "no signal".getBytes(UTF_8));
            })
        .doesNotThrowAnyException();
  }
}
