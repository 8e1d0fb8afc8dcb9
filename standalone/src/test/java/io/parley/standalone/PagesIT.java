package io.parley.standalone;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.parley.standalone.browser.Chromium;
import io.parley.standalone.client.Client;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/// The pages of the module `web` as this process serves them, in a real browser.
class PagesBrowserIT extends RunningParley {
  private static final Duration PATIENCE = Duration.ofSeconds(30);
  private static final String QUESTION = "سلام، می‌خواهم دو تا بخرم 🙏🏽";
  private static final String ANSWER = "بله، <b>موجود</b> است.";

  /// Everything that a page has, its elements' own trees too.
  private static final String DEEP =
      "const deep = (root, query) => [...root.querySelectorAll(query), ..."
          + "[...root.querySelectorAll('*')].flatMap(each => each.shadowRoot ?"
          + " deep(each.shadowRoot, query) : [])]; const all = query => deep(document, query); ";

  private static final String ENTER =
      "all('textarea')[0].dispatchEvent(new KeyboardEvent('keydown', {key: 'Enter', bubbles: true}))";

  @Test
  void aGuestOfTheDemoShopAsksAndIsAnswered() throws Exception {
    try (var browser = Chromium.open("fa")) {
      var page = browser.tab("http://localhost:%d/shop/?lang=fa".formatted(parley().port()));
      awaitThat(page, "all('.parley-product-button').length > 1");
      page.run(DEEP + "all('.parley-product-button')[0].click()");
      awaitThat(page, "all('textarea').length === 1");
      page.run(DEEP + write(QUESTION));
      awaitThat(page, "all('textarea')[0].value === '%s'".formatted(QUESTION));
      page.run(DEEP + ENTER);
      awaitThat(page, "all('.parley-tick-sent, .parley-tick-read').length === 1");

      var vendor = parley().colleague(1);
      JsonNode room = roomOf(vendor);
      var id = UUID.fromString(room.get("room_id").stringValue());
      assertThat(room.get("last_message").get("content").stringValue()).isEqualTo(QUESTION);
      vendor.write(id, ANSWER).expect(201);
      awaitThat(page, "all('article').some(each => each.textContent.includes('<b>'))");
      assertThat(page.lines()).noneMatch(line -> line.contains("Content Security Policy"));
    }
  }

  @Test
  void aVisitorEntersAPublicRoom() throws Exception {
    String name = "আড্ডা " + System.nanoTime();
    parley().nobody().post("/api/rooms/", Map.of("name", name)).expect(201);
    try (var browser = Chromium.open("bn")) {
      var page = browser.tab("http://localhost:%d/rooms/".formatted(parley().port()));
      awaitThat(page, "document.documentElement.lang === 'bn'");
      awaitThat(page, "document.body.textContent.includes('%s')".formatted(name));
      assertThat(page.lines()).noneMatch(line -> line.contains("Content Security Policy"));
    }
  }

  @Test
  void pagesRunNothingButOursAndAnyoneMayLoadTheWidget() throws Exception {
    for (String path : new String[] {"/shop", "/rooms", "/vendor/chats", "/admin/chats"}) {
      for (var page : new HttpResponse<?>[] {get(path), get(path + "/")}) {
        assertThat(page.statusCode()).isEqualTo(200);
        assertThat(page.headers().firstValue("Content-Security-Policy").orElseThrow())
            .contains("default-src 'none'", "require-trusted-types-for 'script'")
            .doesNotContain("unsafe");
      }
    }
    assertThat(get("/products/101").body()).contains("/parley-chat.js");
    assertThat(get("/images/101.svg").statusCode()).isEqualTo(200);
    var widget = get("/parley-chat.js");
    assertThat(widget.statusCode()).isEqualTo(200);
    assertThat(widget.headers().firstValue("Access-Control-Allow-Origin")).hasValue("*");
  }

  private HttpResponse<String> get(String path) throws Exception {
    var uri = URI.create("http://localhost:" + parley().port() + path);
    var request = HttpRequest.newBuilder(uri).header("Origin", "https://shop.example").build();
    try (var http = HttpClient.newBuilder().followRedirects(HttpClient.Redirect.NORMAL).build()) {
      return http.send(request, HttpResponse.BodyHandlers.ofString());
    }
  }

  private static JsonNode roomOf(Client vendor) {
    return await()
        .atMost(PATIENCE)
        .until(() -> newest(vendor), room -> room.path("last_message").path("content").isString());
  }

  private static JsonNode newest(Client vendor) {
    return vendor.get("/api/chat/vendor/rooms/").expect(200).get("results").path(0);
  }

  private static String write(String text) {
    return "const box = all('textarea')[0]; box.value = '%s';".formatted(text)
        + " box.dispatchEvent(new Event('input', {bubbles: true}))";
  }

  private static void awaitThat(Chromium.Tab page, String condition) {
    await().atMost(PATIENCE).until(() -> page.run(DEEP + "return " + condition), "true"::equals);
  }
}
