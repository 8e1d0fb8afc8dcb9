package io.parley.standalone;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.ApplicationListener;
import org.springframework.core.env.Environment;

/// Says, once everything runs, where to go and what to try.
final class Welcome implements ApplicationListener<ApplicationReadyEvent> {
  private static final Logger LOG = LoggerFactory.getLogger(Welcome.class);
  private static final Duration POLL = Duration.ofMillis(200);

  @Override
  public void onApplicationEvent(ApplicationReadyEvent event) {
    var environment = event.getApplicationContext().getEnvironment();
    Thread.ofVirtual().name("welcome").start(() -> sayWhenReady(environment));
  }

  /// Shards and read models may still be catching up when the port opens.
  private static void sayWhenReady(Environment environment) {
    String port = environment.getRequiredProperty("local.server.port");
    var readiness = URI.create("http://localhost:" + port + "/actuator/health/readiness");
    try (var http = HttpClient.newHttpClient()) {
      while (!isReady(http, readiness)) {
        Thread.sleep(POLL);
      }
      System.out.println(text(environment));
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } catch (IOException e) {
      LOG.warn("Parley does not answer on its own port {}", port, e);
    }
  }

  private static boolean isReady(HttpClient http, URI readiness)
      throws IOException, InterruptedException {
    var request = HttpRequest.newBuilder(readiness).build();
    return http.send(request, HttpResponse.BodyHandlers.discarding()).statusCode() == 200;
  }

  private static String text(Environment environment) {
    String port = environment.getRequiredProperty("local.server.port");
    return """

        Parley is ready.
          HTTP        http://localhost:%1$s/api/chat/
          socket      ws://localhost:%1$s/ws/chat/?token=TOKEN
          health      http://localhost:%1$s/actuator/health/readiness
          shop        http://localhost:%1$s/shop/   (?lang=fa, bn or en; its data: /api/dev/marketplace/)
          vendors     http://localhost:%1$s/vendor/chats/
          staff       http://localhost:%1$s/admin/chats/
          rooms       http://localhost:%1$s/rooms/
          Kafka       %2$s   (the log is the topic chat.events)
          PostgreSQL  %3$s
          data        %4$s

        Try:
          # a token for any account (development only)
          curl -s localhost:%1$s/api/dev/token/ -H 'Content-Type: application/json' \\
            -d '{"user_id": 7, "username": "اصفهانی", "roles": ["vendor"], "vendor_id": 1}'
          # a guest
          curl -s localhost:%1$s/api/chat/guest-session/ -H 'Content-Type: application/json' \\
            -d '{"identifier": "my browser"}'
          # the guest asks about a carpet (SESSION is the session_id of the answer above)
          curl -s localhost:%1$s/api/chat/start/ -H 'Content-Type: application/json' \\
            -d '{"vendor_id": 1, "product_id": 101, "initial_message": "سلام", "guest_session_id": "SESSION"}'
          # a socket
          npx wscat -c 'ws://localhost:%1$s/ws/chat/?guest_session=SESSION'
        """
        .formatted(
            port,
            environment.getProperty("spring.kafka.bootstrap-servers"),
            environment.getProperty("spring.datasource.url"),
            environment.getProperty("parley.data-dir"));
  }
}
