package io.parley.delivery.publicroom;

import static io.parley.delivery.publicroom.Story.OMID;
import static io.parley.delivery.publicroom.Story.SARA;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.node.BooleanNode;
import tools.jackson.databind.node.StringNode;

class TypingTest {
  private static final Instant NOON = Instant.parse("2026-11-22T12:00:00Z");

  private final TypingInRoom typing = new TypingInRoom(Duration.ofSeconds(5));
  private final TypingSigns signs = new TypingSigns(Duration.ofSeconds(2));

  @Test
  void itEndsByItselfFiveSecondsAfterTheLastSign() {
    typing.sign(SARA, BooleanNode.TRUE, NOON);
    typing.sign(OMID, StringNode.valueOf("yes"), NOON);
    typing.sign(SARA, BooleanNode.TRUE, NOON.plusSeconds(3));
    assertThat(typing.endedBy(NOON.plusSeconds(4))).isEmpty();
    assertThat(typing.endedBy(NOON.plusSeconds(5))).containsExactly(OMID);
    assertThat(typing.endedBy(NOON.plusSeconds(8))).containsExactly(SARA);
    assertThat(typing.endedBy(NOON.plusSeconds(20))).isEmpty();
  }

  @Test
  void itEndsWhenItIsSaidOrItsSenderLeaves() {
    typing.sign(SARA, BooleanNode.TRUE, NOON);
    typing.sign(SARA, StringNode.valueOf(""), NOON);
    assertThat(typing.left(SARA.id())).isFalse();
    typing.sign(SARA, BooleanNode.TRUE, NOON);
    assertThat(typing.left(SARA.id())).isTrue();
    typing.sign(SARA, BooleanNode.TRUE, NOON);
    typing.clear();
    assertThat(typing.endedBy(NOON.plusSeconds(9))).isEmpty();
  }

  @Test
  void theSameAgainIsNoNewsForAWhile() {
    assertThat(signs.isNews(BooleanNode.TRUE, NOON)).isTrue();
    assertThat(signs.isNews(BooleanNode.TRUE, NOON.plusMillis(1_999))).isFalse();
    assertThat(signs.isNews(StringNode.valueOf("yes"), NOON.plusMillis(1_999))).isTrue();
    assertThat(signs.isNews(BooleanNode.TRUE, NOON.plusMillis(1_999))).isTrue();
    assertThat(signs.isNews(BooleanNode.TRUE, NOON.plusMillis(3_999))).isTrue();
    assertThat(signs.isNews(BooleanNode.FALSE, NOON.plusMillis(4_000))).isTrue();
  }
}
