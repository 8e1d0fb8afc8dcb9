package io.parley.schemas.contract;

import static org.assertj.core.api.Assertions.assertThat;

import io.parley.schemas.Json;
import io.parley.schemas.command.CommandEnvelope;
import io.parley.schemas.reply.Reply;
import io.parley.schemas.signal.Signal;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/// Whatever goes over the internal topics, once one thing in it is wrong it is not as its schema
/// says. Their schemas are unions with more members than examples.
class MutantPropertiesTest {
  @Property(tries = 300)
  void aCommandWithOneThingWrongIsRefused(@ForAll("commands") CommandEnvelope command) {
    wrongIsRefused("commands/command", command.toBytes());
  }

  @Property(tries = 150)
  void aReplyWithOneThingWrongIsRefused(@ForAll("replies") Reply reply) {
    wrongIsRefused("replies/reply", reply.toBytes());
  }

  @Property(tries = 50)
  void aSignalWithOneThingWrongIsRefused(@ForAll("signals") Signal signal) {
    wrongIsRefused("signals/signal", signal.toBytes());
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

  private static void wrongIsRefused(String name, byte[] bytes) {
    var id = ContractSchemas.BASE + name + ".json";
    var value = Json.mapper().readTree(bytes);
    assertThat(SchemasTest.accepted(id, Mutants.withOneOfAWrongType(value))).isEmpty();
    assertThat(SchemasTest.accepted(id, Mutants.withOneUnknown(value))).isEmpty();
    assertThat(SchemasTest.accepted(id, Mutants.withoutOne(value)))
        .allMatch(what -> what.endsWith("message.client_message_id"));
  }
}
