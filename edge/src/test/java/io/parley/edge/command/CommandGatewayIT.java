package io.parley.edge.command;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.parley.edge.TestKafka;
import io.parley.edge.problem.Problem;
import io.parley.edge.trace.Spans;
import io.parley.schemas.command.Actor;
import io.parley.schemas.command.CommandEnvelope;
import io.parley.schemas.command.GuestCommand.OpenGuestSession;
import io.parley.schemas.reply.Outcome;
import io.parley.schemas.reply.Refusal;
import io.parley.schemas.reply.Reply;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class CommandGatewayIT {
  private static final Duration LONG = Duration.ofSeconds(30);
  private static final String TRACE = "00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01";

  private final TestKafka kafka = TestKafka.withTopics();
  private final CommandInbox inbox = new CommandInbox(kafka);
  private final MeterRegistry registry = new SimpleMeterRegistry();
  private final Producer<String, byte[]> replies = kafka.clients().producer(Map.of());

  private CommandGateway started(Duration timeout, int maxInFlight) {
    var gateway =
        new CommandGateway(
            kafka.clients(),
            kafka.topics(),
            1,
            TestKafka.properties(timeout, maxInFlight),
            registry,
            Spans.none());
    gateway.start();
    return gateway;
  }

  private static CommandEnvelope command(int number) {
    var guest = new UUID(0x8000, number);
    return new CommandEnvelope(
        UUID.randomUUID(), new Actor.Guest(guest), new OpenGuestSession(guest, "مهمان"));
  }

  private void reply(String to, byte[] value) throws Exception {
    var record = new ProducerRecord<String, byte[]>(kafka.topics().replies(), 0, null, value);
    record.headers().add(CommandEnvelope.REPLY_TO, to.getBytes(StandardCharsets.UTF_8));
    replies.send(record).get();
  }

  private static Reply done(CommandEnvelope command) {
    return new Reply.Accepted(command.commandId(), 0, 7, false, new Outcome.Done());
  }

  private static void assertProblem(CompletableFuture<Reply> submitted, String code) {
    assertThatThrownBy(submitted::join)
        .isInstanceOf(CompletionException.class)
        .cause()
        .isInstanceOfSatisfying(
            Problem.class,
            problem -> {
              assertThat(problem.status()).isEqualTo(503);
              assertThat(problem.code()).isEqualTo(code);
              assertThat(problem.retryAfterSeconds()).isEqualTo(1);
            });
  }

  @AfterEach
  void close() {
    inbox.close();
    replies.close();
  }

  @Test
  void aCommandTravelsAndItsReplyComesBack() throws Exception {
    var gateway = started(LONG, 10);
    var command = command(1);
    var submitted = gateway.submit(command, TRACE);
    var sent = inbox.next();

    assertThat(sent.key()).isEqualTo(command.command().aggregateId().toString());
    assertThat(CommandEnvelope.fromBytes(sent.value())).isEqualTo(command);
    assertThat(CommandInbox.header(sent, CommandEnvelope.TRACEPARENT)).isEqualTo(TRACE);
    assertThat(CommandInbox.header(sent, CommandEnvelope.REPLY_PARTITION)).isEqualTo("0");
    reply(CommandInbox.replyTo(sent), done(command).toBytes());
    assertThat(submitted.join()).isEqualTo(done(command));
    assertThat(measured("accepted")).isEqualTo(1);
    assertThat(registry.get("parley.commands.waiting").gauge().value()).isZero();
    gateway.stop();
  }

  private long measured(String outcome) {
    return registry.get("parley.commands.submitted").tag("outcome", outcome).timer().count();
  }

  @Test
  void aRefusalIsAReplyToo() throws Exception {
    var gateway = started(LONG, 10);
    var command = command(1);
    var submitted = gateway.submit(command, null);
    var sent = inbox.next();
    assertThat(CommandInbox.header(sent, CommandEnvelope.TRACEPARENT)).isNotBlank();

    var refused = new Reply.Rejected(command.commandId(), Refusal.ROOM_FULL);
    reply(CommandInbox.replyTo(sent), refused.toBytes());
    assertThat(submitted.join()).isEqualTo(refused);
    gateway.stop();
  }

  @Test
  void whereNobodyAnswersItEndsInTime() {
    var gateway = started(Duration.ofMillis(200), 10);

    assertProblem(gateway.submit(command(1), null), "unavailable");
    assertThat(measured("late")).isEqualTo(1);
    gateway.stop();
  }

  @Test
  void noMoreThanABoundedNumberIsUnderWay() throws Exception {
    var gateway = started(LONG, 2);
    var first = command(1);
    var answered = gateway.submit(first, null);
    var waiting = gateway.submit(command(2), null);
    assertProblem(gateway.submit(command(3), null), "overloaded");

    reply(CommandInbox.replyTo(inbox.next()), done(first).toBytes());
    assertThat(answered.join()).isEqualTo(done(first));
    var next = gateway.submit(command(4), null);
    gateway.stop();
    assertProblem(waiting, "unavailable");
    assertProblem(next, "unavailable");
  }

  @Test
  void repliesToOthersAndThoseThatCannotBeReadArePassedOver() throws Exception {
    var gateway = started(LONG, 10);
    var other = started(LONG, 10);
    var command = command(1);
    var submitted = gateway.submit(command, null);
    var to = CommandInbox.replyTo(inbox.next());

    reply("another node/1", done(command(2)).toBytes());
    reply(to, "no reply".getBytes(StandardCharsets.UTF_8));
    assertThat(submitted).isNotDone();
    reply(to, done(command).toBytes());
    assertThat(submitted.join()).isEqualTo(done(command));
    gateway.stop();
    other.stop();
  }

  @Test
  void whatHasNotStartedOrHasStoppedSendsNothing() {
    var gateway =
        new CommandGateway(
            kafka.clients(),
            kafka.topics(),
            1,
            TestKafka.properties(LONG, 10),
            registry,
            Spans.none());
    assertProblem(gateway.submit(command(1), null), "unavailable");

    gateway.start();
    assertThat(gateway.isRunning()).isTrue();
    gateway.stop();
    assertThat(gateway.isRunning()).isFalse();
    assertProblem(gateway.submit(command(2), null), "unavailable");
  }
}
