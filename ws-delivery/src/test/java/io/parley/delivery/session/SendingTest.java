package io.parley.delivery.session;

import static org.assertj.core.api.Assertions.assertThat;

import io.parley.edge.identity.Caller;
import io.parley.edge.problem.Problem;
import io.parley.schemas.MessageType;
import io.parley.schemas.Person;
import io.parley.schemas.command.Actor;
import io.parley.schemas.command.CommandEnvelope;
import io.parley.schemas.command.RoomCommand;
import io.parley.schemas.frame.ClientFrame.MarkRead;
import io.parley.schemas.frame.ClientFrame.SendMessage;
import io.parley.schemas.reply.Outcome;
import io.parley.schemas.reply.Refusal;
import io.parley.schemas.reply.Reply;
import io.parley.schemas.view.MessageView;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class SendingTest {
  private static final UUID ROOM = new UUID(0, 1);
  private static final UUID ID = new UUID(0, 2);
  private static final Actor.Guest GUEST = new Actor.Guest(new UUID(1, 1));
  private static final Me ME = Me.of(new Caller(GUEST, new UUID(2, 2), null, null));

  private final List<CommandEnvelope> sent = new ArrayList<>();
  private CompletableFuture<Reply> reply = new CompletableFuture<>();
  private final RecordingOutlet client = new RecordingOutlet();
  private final JoinedRooms rooms = new JoinedRooms(new Subscriptions());
  private final Sending sending =
      new Sending(
          command -> {
            sent.add(command);
            return reply;
          });

  private void whenSent(@Nullable String content, @Nullable UUID id) {
    sending.send(ME, client, rooms, new SendMessage(ROOM, content, null, null, id));
  }

  private static Reply accepted(boolean repeated) {
    var message =
        MessageView.sent(
            ID,
            ROOM,
            7,
            Person.guest(GUEST.guestId()),
            "سلام",
            MessageType.TEXT,
            null,
            Instant.EPOCH);
    return new Reply.Accepted(ID, 0, 0, repeated, new Outcome.MessageNow(message));
  }

  @Test
  void aMessageIsACommandWithTheClientsId() {
    whenSent("سلام", ID);
    assertThat(sent)
        .containsExactly(
            new CommandEnvelope(
                ID, GUEST, new RoomCommand.SendMessage(ROOM, "سلام", MessageType.TEXT, null)));
    assertThat(client.take()).isEmpty();
  }

  @Test
  void aMessageWithoutAnIdGetsOne() {
    whenSent("سلام", null);
    whenSent("سلام", null);
    assertThat(sent.get(0).commandId()).isNotEqualTo(sent.get(1).commandId());
  }

  @Test
  void whoDidNotJoinIsShownTheMessageDirectly() {
    whenSent("سلام", ID);
    reply.complete(accepted(false));
    var shown = client.frames().getFirst();
    assertThat(shown.get("seq").longValue()).isEqualTo(7);
    assertThat(shown.get("content").stringValue()).isEqualTo("سلام");
    assertThat(shown.get("client_message_id").stringValue()).isEqualTo(ID.toString());
  }

  @Test
  void whoJoinedIsShownItByTheLogOnly() {
    rooms.add(new Subscription(ROOM, ME.key(), client, 10));
    whenSent("سلام", ID);
    reply.complete(accepted(false));
    assertThat(client.take()).isEmpty();
  }

  @Test
  void aRepeatedMessageIsShownDirectlyAgain() {
    joined().goLive(7);
    whenSent("سلام", ID);
    reply.complete(accepted(true));
    assertThat(client.take()).containsExactly("message 7");
  }

  @Test
  void aRepeatedMessageDoesNotOvertakeOlderOnes() {
    joined().goLive(6);
    whenSent("سلام", ID);
    reply.complete(accepted(true));
    assertThat(client.take()).isEmpty();
  }

  @Test
  void aRepeatedMessageWaitsForTheHistory() {
    var room = joined();
    whenSent("سلام", ID);
    reply.complete(accepted(true));
    assertThat(client.take()).isEmpty();
    room.goLive(9);
    assertThat(client.take()).containsExactly("message 7");
  }

  private Subscription joined() {
    var room = new Subscription(ROOM, ME.key(), client, 10);
    rooms.add(room);
    return room;
  }

  @Test
  void whatIsRefusedIsSaid() {
    whenSent("سلام", ID);
    reply.complete(new Reply.Rejected(ID, Refusal.ROOM_FULL));
    var error = client.frames().getFirst();
    assertThat(error.get("code").stringValue()).isEqualTo("room_full");
    assertThat(error.get("client_message_id").stringValue()).isEqualTo(ID.toString());
    assertThat(error.get("room_id").stringValue()).isEqualTo(ROOM.toString());
  }

  @Test
  void whatGetsNoAnswerCanBeSentAgain() {
    whenSent("سلام", ID);
    reply.completeExceptionally(Problem.unavailable("unavailable", "not now", 3));
    var error = client.frames().getFirst();
    assertThat(error.get("code").stringValue()).isEqualTo("unavailable");
    assertThat(error.get("retry_after").intValue()).isEqualTo(3);
  }

  @Test
  void anyOtherFailureIsSaidToo() {
    whenSent("سلام", ID);
    reply.completeExceptionally(new IllegalStateException("broken"));
    assertThat(client.take()).containsExactly("error unavailable");
  }

  @Test
  void whatCannotBeWrittenIsNotSent() {
    whenSent(null, ID);
    whenSent(" \u200c\n", ID);
    whenSent("x".repeat(4_001), ID);
    whenSent("a\u0000b", ID);
    whenSent("a\ud800b", ID);
    assertThat(client.take())
        .containsExactly(
            "error content_blank",
            "error content_blank",
            "error content_too_long",
            "error content_invalid",
            "error content_invalid");
    assertThat(sent).isEmpty();
  }

  @Test
  void readingIsACommandWhoseFrameComesByTheLog() {
    sending.markRead(ME, client, new MarkRead(ROOM, 5L));
    reply.complete(new Reply.Accepted(ID, 0, 0, false, new Outcome.ReadNow(ROOM, 5, 0)));
    assertThat(sent.getFirst().command()).isEqualTo(new RoomCommand.MarkRead(ROOM, 5L));
    assertThat(client.take()).isEmpty();
    reply = CompletableFuture.completedFuture(new Reply.Rejected(ID, Refusal.ROOM_NOT_FOUND));
    sending.markRead(ME, client, new MarkRead(ROOM, null));
    assertThat(client.take()).containsExactly("error room_not_found");
  }
}
