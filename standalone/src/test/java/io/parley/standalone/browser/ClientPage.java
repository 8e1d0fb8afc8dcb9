package io.parley.standalone.browser;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.parley.standalone.client.Secrets;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URLDecoder;
import java.util.UUID;
import org.springframework.core.io.ClassPathResource;

/// A site on this machine whose page holds the JavaScript client of the public chat's document,
/// unchanged but for the room, the server and who the visitor is.
public final class ClientPage implements AutoCloseable {
  private final HttpServer server;
  private final String script;

  private ClientPage(HttpServer server, String script) {
    this.server = server;
    this.script = script;
    server.createContext("/", this::answer);
    server.start();
  }

  /// Serves it, for the Parley on this port and one of its rooms.
  public static ClientPage of(int parley, UUID room) throws IOException {
    var server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    String script = new ClassPathResource("public-chat-client.js").getContentAsString(UTF_8);
    return new ClientPage(
        server,
        replaced(
            replaced(script, "123e4567-e89b-12d3-a456-426614174000", room.toString()),
            "localhost:8000",
            "localhost:" + parley));
  }

  private static String replaced(String text, String was, String is) {
    if (!text.contains(was)) {
      throw new IllegalArgumentException("the client does not say " + was);
    }
    return text.replace(was, is);
  }

  /// Where this visitor's page is: each time somebody else's.
  public String of(String visitor) {
    return "http://127.0.0.1:" + server.getAddress().getPort() + "/" + visitor;
  }

  private void answer(HttpExchange exchange) {
    String path = URLDecoder.decode(exchange.getRequestURI().getRawPath(), UTF_8);
    String session = Secrets.keep(UUID.randomUUID().toString());
    String client =
        replaced(
            replaced(script, "'রাকিব'", "'" + path.substring(1) + "'"),
            "a1b2c3d4-e5f6-7890-1234-567890abcdef",
            session);
    String page =
        """
        <!doctype html><meta charset="utf-8"><title>চ্যাট</title>
        <script>%s</script>
        <script>
        const shown = [];
        socket.addEventListener('message', event => shown.push(JSON.parse(event.data)));
        </script>
        """
            .formatted(client);
    byte[] bytes = page.getBytes(UTF_8);
    try (exchange) {
      exchange.getResponseHeaders().set("Content-Type", "text/html; charset=utf-8");
      exchange.sendResponseHeaders(path.equals("/favicon.ico") ? 404 : 200, bytes.length);
      exchange.getResponseBody().write(bytes);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public void close() {
    server.stop(0);
  }
}
