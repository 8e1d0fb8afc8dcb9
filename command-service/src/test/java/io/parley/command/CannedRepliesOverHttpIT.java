package io.parley.command;

import static io.parley.command.People.ADMIN;
import static io.parley.command.People.ALI;
import static io.parley.command.People.COMPETITOR;
import static io.parley.command.People.OTHER_SHOP;
import static io.parley.command.People.REZA;
import static io.parley.command.People.SARA;
import static io.parley.command.People.SHOP;
import static org.assertj.core.api.Assertions.assertThat;

import io.parley.backends.TestBackends;
import io.parley.command.Client.Answer;
import io.parley.schemas.Ids;
import io.parley.schemas.event.CannedReplyEvent.CannedReplyAdded;
import io.parley.schemas.event.CannedReplyEvent.CannedReplyChanged;
import io.parley.schemas.event.CannedReplyEvent.CannedReplyRemoved;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// What vendors keep ready, over HTTP, and what stands in the log then.
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class CannedRepliesOverHttpIT {
  private static final String PATH = "/api/chat/vendor/replies/";

  private final Node node = Node.start(TestBackends.topicPrefix(), "replies");
  private final EventLog log = new EventLog(node.topics());
  private final Client ali = node.client().as(ALI);
  private final Client reza = node.client().as(REZA);
  private final Client competitor = node.client().as(COMPETITOR);

  @BeforeAll
  void somebodyIsThere() {
    assertThat(node.shards().states()).hasSize(Node.PARTITIONS);
  }

  @AfterAll
  void stop() {
    node.close();
  }

  private static Map<String, String> reply(String shortcut) {
    return Map.of("shortcut", shortcut, "title", "ارسال", "content", "سلام {buyer} 🚚");
  }

  private static void assertProblem(Answer answer, int status, String code) {
    assertThat(answer.body().path("code").asString("")).as("%s", answer).isEqualTo(code);
    assertThat(answer.status()).isEqualTo(status);
  }

  @Test
  void aReplyIsKeptChangedAndRemovedByAnybodyOfTheShop() {
    var keyed = competitor.with("Idempotency-Key", UUID.randomUUID().toString());
    var added = keyed.post(PATH, reply("ﻣﯽ\u200cﻓﺮﺳﺘﯿﻢ"));
    assertThat(added.status()).isEqualTo(201);
    assertThat(added.text("shortcut")).isEqualTo("می\u200cفرستیم");
    assertThat(added.text("content")).isEqualTo("سلام {buyer} 🚚");
    assertThat(added.text("updated_at")).isEqualTo(added.text("created_at"));
    assertThat(added.header("Chat-Position")).matches("\\d+-\\d+");
    assertThat(keyed.post(PATH, reply("ﻣﯽ\u200cﻓﺮﺳﺘﯿﻢ")).body()).isEqualTo(added.body());
    assertProblem(keyed.post(PATH, reply("x")), 409, "command_id_reused");

    var one = PATH + added.id("id") + "/";
    var changed = competitor.put(one, reply("পাঠাই"));
    assertThat(changed.status()).isEqualTo(200);
    assertThat(changed.text("shortcut")).isEqualTo("পাঠাই");
    assertThat(changed.text("created_at")).isEqualTo(added.text("created_at"));
    assertThat(competitor.delete(one).status()).isEqualTo(204);
    assertProblem(competitor.delete(one), 404, "reply_not_found");
    assertThat(log.happenedTo(Ids.cannedReplies(OTHER_SHOP)))
        .hasExactlyElementsOfTypes(
            CannedReplyAdded.class, CannedReplyChanged.class, CannedReplyRemoved.class);
  }

  @Test
  void aShortcutIsTheShopsOnce() {
    var price = ali.post(PATH, reply("Price"));
    assertThat(price.status()).isEqualTo(201);
    assertProblem(reza.post(PATH, reply("pRICE")), 409, "shortcut_taken");
    var cost = reza.post(PATH, reply("cost"));
    assertProblem(ali.put(PATH + cost.id("id") + "/", reply("price")), 409, "shortcut_taken");
    assertThat(log.happenedTo(Ids.cannedReplies(SHOP))).hasSizeGreaterThanOrEqualTo(2);
  }

  @ParameterizedTest
  @CsvSource({
    "'',      t,  c, shortcut_invalid",
    "/hi,     t,  c, shortcut_invalid",
    "two words, t, c, shortcut_invalid",
    "🚚,      t,  c, shortcut_invalid",
    "hi,      '', c, title_invalid",
    "hi,      ' ', c, title_invalid",
    "hi,      t, '', content_blank",
    "hi,      t, '\u200c', content_blank"
  })
  void whatNobodyCouldUseIsRefused(String shortcut, String title, String content, String code) {
    var body = Map.of("shortcut", shortcut, "title", title, "content", content);

    assertProblem(ali.post(PATH, body), 400, code);
    assertProblem(ali.put(PATH + UUID.randomUUID() + "/", body), 400, code);
  }

  @Test
  void whatIsTooLongOrMissingIsRefused() {
    assertProblem(ali.post(PATH, Map.of()), 400, "shortcut_invalid");
    assertProblem(ali.post(PATH, Map.of("shortcut", "a")), 400, "title_invalid");
    assertProblem(
        ali.post(PATH, Map.of("shortcut", "a", "title", "ا".repeat(101))), 400, "title_invalid");
    assertProblem(
        ali.post(PATH, Map.of("shortcut", "a", "title", "b", "content", "م".repeat(4_001))),
        400,
        "content_too_long");
    assertProblem(ali.put(PATH + "no-id/", reply("a")), 404, "reply_not_found");
    assertProblem(ali.put(PATH + UUID.randomUUID() + "/", reply("a")), 404, "reply_not_found");
  }

  @Test
  void onlyVendorsKeepReplies() {
    var anybody = reply("hi");
    assertProblem(node.client().as(SARA).post(PATH, anybody), 403, "not_allowed");
    assertProblem(node.client().as(ADMIN).post(PATH, anybody), 403, "not_allowed");
    assertProblem(node.client().post(PATH, anybody), 401, "not_authenticated");
    var guest = node.client().asGuest(node.client().becomeGuest("x"));
    assertProblem(guest.post(PATH, anybody), 403, "not_allowed");
  }
}
