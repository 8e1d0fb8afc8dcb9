package io.parley.cluster.fault;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import org.junit.jupiter.api.Test;

/// Each way in which a log can be broken is found.
class LogFactsTest {
  private final GivenLog log = GivenLog.of("سلام", "আচ্ছা", "fine");
  private final ArrayList<byte[]> records = new ArrayList<>(log.values());

  @Test
  void aWholeLogIsWhole() {
    var facts = GivenLog.read(records);
    assertThat(facts.wrong()).isEmpty();
    assertThat(facts.messages()).hasSize(3);
    assertThat(facts.events(GivenLog.ROOM).size()).isEqualTo(4);
  }

  @Test
  void whatAZombieWroteAgainIsDropped() {
    records.add(records.get(2));
    var facts = GivenLog.read(records);
    assertThat(facts.wrong()).isEmpty();
    assertThat(facts.messages()).hasSize(3);
  }

  @Test
  void aGap() {
    records.remove(2);
    assertThat(GivenLog.read(records).wrong()).singleElement().asString().contains("gap");
  }

  @Test
  void anotherOrder() {
    Collections.swap(records, 1, 2);
    assertThat(GivenLog.read(records).wrong()).isNotEmpty();
  }

  @Test
  void anotherEventWithASequenceThatWasThere() {
    records.add(changed(2, "fine", "fin3"));
    records.add(changed(3, "fine", "fin3"));
    assertThat(GivenLog.read(records).wrong()).singleElement().asString().contains("differs");
  }

  @Test
  void aChangedPast() {
    records.set(1, changed(1, "سلام", "درود"));
    assertThat(GivenLog.read(records).wrong()).singleElement().asString().contains("chain");
  }

  @Test
  void aSendThatMadeTwoMessages() {
    log.message(log.command(2), "again");
    assertThat(log.facts().wrong()).singleElement().asString().contains("two messages");
  }

  @Test
  void anotherKey() {
    var facts = new LogFacts();
    facts.take("elsewhere", records.getFirst());
    assertThat(facts.wrong()).singleElement().asString().contains("key");
  }

  private byte[] changed(int index, String from, String to) {
    return new String(records.get(index), UTF_8).replace(from, to).getBytes(UTF_8);
  }
}
