package io.parley.standalone;

import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.ApplicationListener;
import org.springframework.core.env.Environment;

/// Says, once everything runs, where to go and what to try.
final class Welcome implements ApplicationListener<ApplicationReadyEvent> {
  @Override
  public void onApplicationEvent(ApplicationReadyEvent event) {
    System.out.println(text(event.getApplicationContext().getEnvironment()));
  }

  private static String text(Environment environment) {
    String port = environment.getRequiredProperty("local.server.port");
    return """

        Parley is ready.
          HTTP        http://localhost:%1$s/api/chat/
          socket      ws://localhost:%1$s/ws/chat/?token=TOKEN
          health      http://localhost:%1$s/actuator/health/readiness
          demo        http://localhost:%1$s/api/dev/marketplace/
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
