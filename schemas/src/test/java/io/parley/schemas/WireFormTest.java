package io.parley.schemas;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.parley.schemas.command.Actor;
import io.parley.schemas.command.CommandEnvelope;
import io.parley.schemas.command.Role;
import io.parley.schemas.command.RoomCommand;
import io.parley.schemas.event.Aggregate;
import io.parley.schemas.event.EventEnvelope;
import io.parley.schemas.event.EventTypes;
import io.parley.schemas.event.RoomEvent.MessageSent;
import io.parley.schemas.frame.ClientFrame;
import io.parley.schemas.frame.ServerFrame;
import io.parley.schemas.reply.Outcome;
import io.parley.schemas.reply.Refusal;
import io.parley.schemas.reply.Reply;
import io.parley.schemas.signal.Signal;
import java.time.Instant;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import tools.jackson.core.JacksonException;

class WireFormTest {
  private static final UUID ROOM = Ids.room("account:42", "1", "123");
  private static final Person BUYER =
      Person.account(ParticipantRole.BUYER, new MarketplaceId("42"), "سارا");

  @Test
  void whatIsWrittenIsReadAgain() {
    var command =
        new CommandEnvelope(
            UUID.randomUUID(),
            new Actor.Account(new MarketplaceId("42"), "سارا", Set.of(Role.BUYER), null),
            new RoomCommand.SendMessage(ROOM, "می‌خواهم 👍🏽", MessageType.TEXT, null));
    assertThat(CommandEnvelope.fromBytes(command.toBytes())).isEqualTo(command);

    var accepted = new Reply.Accepted(UUID.randomUUID(), 3, 17, true, new Outcome.Done());
    assertThat(Reply.fromBytes(accepted.toBytes())).isEqualTo(accepted);
    var rejected = new Reply.Rejected(UUID.randomUUID(), Refusal.ROOM_NOT_FOUND);
    assertThat(Reply.fromBytes(rejected.toBytes())).isEqualTo(rejected);

    var typing = new Signal.Typing(ROOM, BUYER, true);
    assertThat(Signal.fromBytes(typing.toBytes())).isEqualTo(typing);
  }

  @Test
  void anEventIsItsBytes() {
    var sent =
        new MessageSent(
            ROOM,
            Ids.event(ROOM, 2),
            BUYER,
            "আপনার পণ্যটি আছে?",
            MessageType.TEXT,
            null,
            new Unread(0, 1));
    var event =
        new EventEnvelope(
            Ids.event(ROOM, 2),
            EventTypes.nameOf(MessageSent.class),
            Aggregate.ROOM,
            ROOM,
            2,
            Instant.parse("2026-11-22T10:15:30Z"),
            UUID.randomUUID(),
            "0123456789abcdef",
            7,
            "00",
            sent);
    var bytes = event.toBytes();
    assertThat(EventEnvelope.fromBytes(bytes)).isEqualTo(event);
    assertThat(EventEnvelope.fromBytes(bytes).toBytes()).isEqualTo(bytes);
  }

  @Test
  void framesHaveTheOldNames() {
    assertThat(ClientFrame.parse("{\"type\":\"join_room\",\"room_id\":\"" + ROOM + "\"}"))
        .isEqualTo(new ClientFrame.JoinRoom(ROOM, null));
    var typing =
        new ServerFrame.Typing(
            ROOM, new MarketplaceId("1"), "علی", false, null, ParticipantRole.VENDOR, true);
    assertThat(typing.toText())
        .isEqualTo(
            "{\"type\":\"typing\",\"room_id\":\""
                + ROOM
                + "\",\"user_id\":1,\"username\":\"علی\",\"guest\":false,\"guest_id\":null,"
                + "\"role\":\"vendor\",\"is_typing\":true}");
  }

  @Test
  void whatIsNoFrameIsRefused() {
    for (String text :
        new String[] {
          "",
          "[]",
          "5",
          "{}",
          "{\"type\":\"dance\"}",
          "{\"type\":5}",
          "{\"type\":\"ping\"} x",
          "{\"type\":\"join_room\",\"room_id\":\"x\"}",
          "{\"type\":\"send_message\",\"room_id\":\"" + ROOM + "\",\"content\":5}",
          "{\"type\":\"typing\",\"room_id\":\"" + ROOM + "\",\"is_typing\":\"yes\"}"
        }) {
      assertThatThrownBy(() -> ClientFrame.parse(text))
          .as(text)
          .isInstanceOf(JacksonException.class);
    }
  }

  @Test
  void anIdLeadsBackToItsSequenceInItsOwnRoomOnly() {
    var id = Ids.event(ROOM, 123_456);
    assertThat(Ids.sequenceOf(ROOM, id)).hasValue(123_456);
    assertThat(Ids.sequenceOf(UUID.randomUUID(), id)).isEmpty();
    assertThat(id.version()).isEqualTo(8);
    assertThat(id.variant()).isEqualTo(2);
  }
}
