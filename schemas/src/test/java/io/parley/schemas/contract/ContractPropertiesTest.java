package io.parley.schemas.contract;

import static org.assertj.core.api.Assertions.assertThat;

import io.parley.schemas.Json;
import io.parley.schemas.command.CommandEnvelope;
import io.parley.schemas.event.Event;
import io.parley.schemas.event.EventEnvelope;
import io.parley.schemas.event.GuestEvent.GuestSessionOpened;
import io.parley.schemas.event.RoomEvent.ConversationForwarded;
import io.parley.schemas.event.RoomEvent.ConversationStarted;
import io.parley.schemas.frame.ClientFrame;
import io.parley.schemas.frame.ServerFrame;
import io.parley.schemas.reply.Reply;
import io.parley.schemas.signal.Signal;
import io.parley.schemas.view.RoomHistory;
import io.parley.schemas.view.RoomView;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import tools.jackson.databind.JsonNode;

/// Whatever is written is as its schema says, and is read again as what it was.
class ContractPropertiesTest {
  @Property(tries = 500)
  void anEventIsWrittenReadAndWrittenToTheByte(@ForAll("envelopes") EventEnvelope event) {
    byte[] written = event.toBytes();
    var read = EventEnvelope.fromBytes(written);
    assertThat(read).isEqualTo(event);
    assertThat(read.toBytes()).isEqualTo(written);
    valid(ContractSchemas.ofEvent(event.type()), Json.mapper().readTree(written));
  }

  @Property(tries = 300)
  void aCommandIsAsItsSchemaSays(@ForAll("commands") CommandEnvelope command) {
    assertThat(CommandEnvelope.fromBytes(command.toBytes())).isEqualTo(command);
    valid("commands/command", command.toBytes());
  }

  @Property(tries = 300)
  void aReplyIsAsItsSchemaSays(@ForAll("replies") Reply reply) {
    assertThat(Reply.fromBytes(reply.toBytes())).isEqualTo(reply);
    valid("replies/reply", reply.toBytes());
  }

  @Property(tries = 200)
  void aSignalIsAsItsSchemaSays(@ForAll("signals") Signal signal) {
    assertThat(Signal.fromBytes(signal.toBytes())).isEqualTo(signal);
    valid("signals/signal", signal.toBytes());
  }

  @Property(tries = 500)
  void aServersFrameIsAsItsSchemaSays(@ForAll("serverFrames") ServerFrame frame) {
    var json = Json.mapper().readTree(frame.toText());
    assertThat(Json.mapper().treeToValue(json, ServerFrame.class)).isEqualTo(frame);
    valid(ContractSchemas.ofServerFrame(json.path("type").stringValue()), json);
  }

  @Property(tries = 300)
  void aClientsFrameIsAsItsSchemaSays(@ForAll("clientFrames") ClientFrame frame) {
    var text = Json.mapper().writerFor(ClientFrame.class).writeValueAsString(frame);
    assertThat(ClientFrame.parse(text)).isEqualTo(frame);
    var json = Json.mapper().readTree(text);
    valid(ContractSchemas.ofClientFrame(json.path("type").stringValue()), json);
  }

  @Property(tries = 200)
  void aRoomAndItsHistoryAreAsTheirSchemasSay(
      @ForAll("rooms") RoomView room, @ForAll("histories") RoomHistory history) {
    valid(ContractSchemas.ofView("room"), Json.mapper().valueToTree(room));
    valid(ContractSchemas.ofView("room_history"), Json.mapper().valueToTree(history));
  }

  @Provide
  Arbitrary<EventEnvelope> envelopes() {
    return Combinators.combine(AnyRecord.of(Event.class), Arbitraries.integers().between(2, 1_000))
        .as(
            (event, sequence) ->
                GoldenEvents.envelope(event, isFirst(event) ? 1 : sequence, previous(event)));
  }

  @Provide
  Arbitrary<CommandEnvelope> commands() {
    return AnyRecord.of(CommandEnvelope.class);
  }

  @Provide
  Arbitrary<Reply> replies() {
    return AnyRecord.of(Reply.class);
  }

  @Provide
  Arbitrary<Signal> signals() {
    return AnyRecord.of(Signal.class);
  }

  @Provide
  Arbitrary<ServerFrame> serverFrames() {
    return AnyRecord.of(ServerFrame.class);
  }

  @Provide
  Arbitrary<ClientFrame> clientFrames() {
    return AnyRecord.of(ClientFrame.class);
  }

  @Provide
  Arbitrary<RoomView> rooms() {
    return AnyRecord.of(RoomView.class);
  }

  @Provide
  Arbitrary<RoomHistory> histories() {
    return AnyRecord.of(RoomHistory.class);
  }

  private static boolean isFirst(Event event) {
    return event instanceof ConversationStarted
        || event instanceof ConversationForwarded
        || event instanceof GuestSessionOpened;
  }

  private static byte[] previous(Event event) {
    return isFirst(event) ? new byte[0] : new byte[] {1};
  }

  private static void valid(String name, byte[] value) {
    valid(ContractSchemas.BASE + name + ".json", Json.mapper().readTree(value));
  }

  private static void valid(String id, JsonNode value) {
    assertThat(Contract.errors(id, value)).as(value::toString).isEmpty();
  }
}
