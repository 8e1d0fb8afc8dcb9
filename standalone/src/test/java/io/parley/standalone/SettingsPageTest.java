package io.parley.standalone;

import static org.assertj.core.api.Assertions.assertThat;

import io.parley.schemas.Json;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/// `docs/settings.md` lists every setting of ours as the code has it: name, default, and what the
/// doc comment says. After a change: `mvn -pl standalone -am test -Dtest=SettingsPageTest
/// -Dsettings.write -Dsurefire.failIfNoSpecifiedTests=false`.
class SettingsPageTest {
  private static final Path PAGE = Path.of("..", "docs", "settings.md");
  private static final String MARK = "<!-- From here on written by SettingsPageTest. -->\n";
  private static final Map<String, String> SECTIONS =
      Map.of(
          "parley.command", "command-service",
          "parley.query", "query-service",
          "parley.delivery", "ws-delivery",
          "parley.edge", "All services: the edge",
          "parley.topics", "All services: topics",
          "parley.public-chat", "All services: the public chat");

  @Test
  void thePageListsEverySetting() throws IOException {
    String page = Files.readString(PAGE);
    String wanted = page.substring(0, page.indexOf(MARK) + MARK.length()) + sections();
    if (System.getProperty("settings.write") != null) {
      Files.writeString(PAGE, wanted);
    }
    assertThat(Files.readString(PAGE)).isEqualTo(wanted);
  }

  private static String sections() throws IOException {
    var settings = settings();
    assertThat(settings).hasSizeGreaterThan(40);
    var page = new StringBuilder();
    new TreeMap<>(SECTIONS)
        .forEach(
            (prefix, title) -> {
              page.append("\n## ").append(title).append("\n\n");
              page.append("| setting | default | what it is |\n| --- | --- | --- |\n");
              settings.subMap(prefix + ".", prefix + "/").values().forEach(page::append);
            });
    return page.toString();
  }

  private static NavigableMap<String, String> settings() throws IOException {
    var lines = new TreeMap<String, String>();
    var loader = SettingsPageTest.class.getClassLoader();
    for (var place :
        Collections.list(loader.getResources("META-INF/spring-configuration-metadata.json"))) {
      try (var in = place.openStream()) {
        for (var property : Json.mapper().readTree(in).path("properties")) {
          String name = property.path("name").asString("");
          if (SECTIONS.keySet().stream().anyMatch(prefix -> name.startsWith(prefix + "."))) {
            lines.put(name, line(name, property));
          }
        }
      }
    }
    return lines;
  }

  private static String line(String name, JsonNode property) {
    assertThat(property.path("description").asString("")).as("what %s is", name).isNotBlank();
    return "| `%s` | %s | %s |\n"
        .formatted(
            name,
            text(property.path("defaultValue")),
            property.path("description").asString("").replaceAll("\\s+", " ").replace("|", "\\|"));
  }

  private static String text(JsonNode value) {
    if (value.isMissingNode()) {
      return "none";
    }
    if (value.isArray()) {
      return value.valueStream().map(SettingsPageTest::text).collect(Collectors.joining(", "));
    }
    return "`" + value.asString("") + "`";
  }
}
