package io.parley.standalone.wire;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.List;

/// A request as it goes over the wire: its line and headers as they are, its body as UTF-8.
public record Request(String line, List<String> headers, String body) {
  /// What it asks for, with the query.
  public String path() {
    return line.substring(line.indexOf(' ') + 1, line.lastIndexOf(' '));
  }

  /// Whether it asks for a WebSocket.
  public boolean isHandshake() {
    return headers.contains("Upgrade: websocket");
  }

  byte[] bytes() {
    var text = new StringBuilder(line).append("\r\n");
    headers.forEach(header -> text.append(header).append("\r\n"));
    return text.append("\r\n").append(body).toString().getBytes(UTF_8);
  }
}
