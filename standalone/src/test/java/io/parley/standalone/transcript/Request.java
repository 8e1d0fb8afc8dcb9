package io.parley.standalone.transcript;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.List;

/// A request as it goes over the wire: its line and headers as they are, its body as UTF-8.
record Request(String line, List<String> headers, String body) {
  String method() {
    return line.substring(0, line.indexOf(' '));
  }

  String path() {
    return line.substring(line.indexOf(' ') + 1, line.lastIndexOf(' '));
  }

  boolean isHandshake() {
    return headers.contains("Upgrade: websocket");
  }

  byte[] bytes() {
    var text = new StringBuilder(line).append("\r\n");
    headers.forEach(header -> text.append(header).append("\r\n"));
    return text.append("\r\n").append(body).toString().getBytes(UTF_8);
  }
}
