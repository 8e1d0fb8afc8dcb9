package io.parley.standalone;

import static org.assertj.core.api.Assertions.assertThat;

import io.parley.standalone.browser.Chromium;
import io.parley.standalone.browser.ClientPage;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/// The client of the public chat's document in a real browser: two tabs talk.
class PublicRoomBrowserIT extends RunningParley {
  private static final String FIRST = "rakib";
  private static final String SECOND = "salma";

  @Test
  void twoTabsTalkInBangla() throws Exception {
    try (var page = ClientPage.of(parley().port(), UUID.randomUUID());
        var browser = Chromium.open("bn")) {
      var first = browser.tab(page.of(FIRST));
      first.awaitLine("✅ WebSocket সংযুক্ত হয়েছে");
      first.awaitLine("⚡ 🎉 rakib চ্যাটরুমে যোগ দিয়েছেন!");
      first.awaitLine("👥 অনলাইন ইউজার: 1");
      first.awaitLine("💬 rakib: সবাইকে সালাম!");
      var second = browser.tab(page.of(SECOND));
      first.awaitLine("⚡ 🎉 salma চ্যাটরুমে যোগ দিয়েছেন!");
      first.awaitLine("👥 অনলাইন ইউজার: 2");
      first.awaitLine("💬 salma: সবাইকে সালাম!");
      second.awaitLine("👥 অনলাইন ইউজার: 2");

      first.run("sendMessage('কেমন আছেন, সালমা?')");
      first.awaitLine("💬 rakib: কেমন আছেন, সালমা?");
      second.awaitLine("💬 rakib: কেমন আছেন, সালমা?");

      second.run("sendTyping(true)");
      first.awaitLine("✍️ salma টাইপ করছে...");
      first.awaitFrame("frame.type === 'typing' && frame.username === 'salma' && !frame.typing");

      second.run("updateUser('সালমা বেগম', '#00ff00')");
      first.awaitLine("⚡ 📝 salma এখন সালমা বেগম নামে পরিচিত");
      second.awaitLine("⚡ 📝 salma এখন সালমা বেগম নামে পরিচিত");
      first.awaitFrame(
          "frame.type === 'user_list' && frame.users.some(user => user.color === '#00ff00')");

      second.close();
      first.awaitLine("⚡ 👋 সালমা বেগম চ্যাটরুম ছেড়েছেন");
      first.awaitFrame("frame.type === 'user_list' && shown.at(-1).users.length === 1");
      assertThat(first.lines()).noneMatch(line -> line.contains("❌") || line.contains("🔌"));
    }
  }

  @Test
  void aTabInEnglishIsToldInEnglish() throws Exception {
    try (var page = ClientPage.of(parley().port(), UUID.randomUUID());
        var browser = Chromium.open("en-GB")) {
      var first = browser.tab(page.of(FIRST));
      first.awaitLine("⚡ 🎉 rakib has joined the chat room!");
      var second = browser.tab(page.of(SECOND));
      first.awaitLine("⚡ 🎉 salma has joined the chat room!");
      second.run("updateUser('Salma', '#00ff00')");
      first.awaitLine("⚡ 📝 salma is now known as Salma");
      second.close();
      first.awaitLine("⚡ 👋 Salma has left the chat room");
    }
  }

  @Test
  void whoFindsTheRoomFullSeesWhy() throws Exception {
    var settings = Map.of("name", "ছোট", "max_users", 1);
    UUID room = parley().nobody().post("/api/rooms/", settings).expect(201).id("id");
    try (var page = ClientPage.of(parley().port(), room);
        var browser = Chromium.open("bn")) {
      var first = browser.tab(page.of(FIRST));
      first.awaitLine("👥 অনলাইন ইউজার: 1");
      var second = browser.tab(page.of(SECOND));
      second.awaitLine("❌ রুম পূর্ণ!");
      second.awaitLine("🔌 WebSocket সংযোগ বিচ্ছিন্ন");
      second.awaitLine("রুম পূর্ণ!");
      assertThat(first.lines()).noneMatch(line -> line.contains("salma"));
    }
  }
}
