package io.parley.standalone;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/// Whatever the dashboard and the operators' page name is really measured.
class DashboardIT extends RunningParley {
  private static final Pattern METRIC = Pattern.compile("\\b(?:parley|hikaricp)_[a-z_]+[a-z]\\b");

  @Test
  void everyMetricThatIsNamedExists() throws IOException {
    var buyer = parley().buyer();
    var vendor = parley().vendor();
    var room = buyer.start(vendor, 101).expect(201).id("room_id");
    try (var socket = buyer.connect()) {
      socket.join(room);
      vendor.write(room, "سلام").expect(201);
      socket.next("message");
    }
    await().untilAsserted(() -> assertThat(measured()).containsAll(named()));
  }

  private static Set<String> named() throws IOException {
    var texts =
        Files.readString(Path.of("../deploy/grafana/parley.json"))
            + Files.readString(Path.of("../docs/operations.md"));
    var named =
        METRIC
            .matcher(texts)
            .results()
            .map(found -> found.group())
            .collect(Collectors.toUnmodifiableSet());
    assertThat(named).hasSizeGreaterThan(10);
    return named;
  }

  private Set<String> measured() throws IOException, InterruptedException {
    var request =
        HttpRequest.newBuilder(
                URI.create("http://localhost:" + parley().port() + "/actuator/prometheus"))
            .build();
    try (var http = HttpClient.newHttpClient()) {
      var lines = http.send(request, BodyHandlers.ofString()).body().lines();
      return lines
          .filter(line -> !line.startsWith("#"))
          .map(line -> line.split("[{ ]", 2)[0])
          .collect(Collectors.toUnmodifiableSet());
    }
  }
}
