package io.parley.cluster;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// nginx alone: what it serves itself, and what it says while no service is there.
class ProxyIT {
  private static final Pattern ASSET = Pattern.compile("/assets/[\\w.-]+\\.js");
  private static final HttpClient HTTP = HttpClient.newHttpClient();
  private static RunDirectory directory;
  private static Node nginx;
  private static int port;

  @BeforeAll
  static void start() {
    var settings = ClusterSettings.usual(0, Path.of("target"));
    directory = RunDirectory.create(Path.of("target", "proxy-logs"));
    var ports = new FreePorts();
    port = ports.next();
    var services = new ServiceNodes(directory, ports, settings);
    nginx = Proxy.make(directory, port, services, settings.pages());
    nginx.start();
    await().until(nginx::isReady);
  }

  @AfterAll
  static void stop() {
    nginx.kill();
    directory.close();
    assertThat(Proxy.answers(port)).as("nginx has left nothing behind").isFalse();
  }

  private static HttpResponse<String> answer(String method, String path) {
    var uri = URI.create("http://" + FreePorts.HOST + ":" + port + path);
    try {
      return HTTP.send(
          HttpRequest.newBuilder(uri).method(method, BodyPublishers.noBody()).build(),
          BodyHandlers.ofString());
    } catch (IOException | InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  private static String header(HttpResponse<String> answer, String name) {
    return answer.headers().firstValue(name).orElse("");
  }

  @ParameterizedTest
  @ValueSource(strings = {"/shop", "/rooms", "/vendor/chats", "/admin/chats"})
  void pagesAreServedUnderAStrictPolicy(String path) {
    var page = answer("GET", path + "/");
    assertThat(page.statusCode()).isEqualTo(200);
    assertThat(header(page, "Content-Type")).startsWith("text/html");
    assertThat(header(page, "Content-Security-Policy"))
        .startsWith("default-src 'none'; script-src 'self'; style-src 'self'")
        .contains("require-trusted-types-for 'script'")
        .doesNotContain("unsafe");
    assertThat(header(page, "Cache-Control")).isEqualTo("no-cache");
    var toSlash = answer("GET", path + "?locale=fa");
    assertThat(toSlash.statusCode()).isEqualTo(301);
    assertThat(header(toSlash, "Location")).isEqualTo(path + "/?locale=fa");
  }

  @Test
  void whatAPageNeedsIsKeptByBrowsers() {
    var asset = ASSET.matcher(answer("GET", "/shop/").body());
    assertThat(asset.find()).isTrue();
    var script = answer("GET", asset.group());
    assertThat(script.statusCode()).isEqualTo(200);
    assertThat(header(script, "Content-Type")).startsWith("text/javascript");
    assertThat(header(script, "Cache-Control")).contains("immutable");
  }

  @Test
  void pagesOfAnyOriginMayLoadTheWidget() {
    var widget = answer("GET", "/parley-chat.js");
    assertThat(widget.statusCode()).isEqualTo(200);
    assertThat(header(widget, "Access-Control-Allow-Origin")).isEqualTo("*");
    assertThat(header(answer("GET", "/shop/"), "Access-Control-Allow-Origin")).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"/", "/assets/", "/nothing", "/shop/../etc/passwd", "/META-INF/"})
  void whatIsNotThereIsAProblem(String path) {
    var answer = answer("GET", path);
    assertThat(answer.statusCode()).isEqualTo(404);
    assertThat(header(answer, "Content-Type")).isEqualTo("application/problem+json");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"/api/status/", "/api/chat/ws-ticket/", "/api/chat/ws-ticket", "/ws/chat/"})
  void whileNobodyIsThereItSaysSo(String path) {
    var answer = answer("POST", path);
    assertThat(answer.statusCode()).isEqualTo(503);
    assertThat(answer.body()).contains("\"unavailable\"");
    assertThat(header(answer, "Retry-After")).isEqualTo("1");
  }
}
