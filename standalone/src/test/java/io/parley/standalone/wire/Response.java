package io.parley.standalone.wire;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/// An answer: its headers by name, in any case.
public record Response(int status, Map<String, String> headers, String body) {
  /// From the lines of its head.
  public static Response of(List<String> head, String body) {
    var headers = new TreeMap<String, String>(String.CASE_INSENSITIVE_ORDER);
    for (String line : head.subList(1, head.size())) {
      int colon = line.indexOf(':');
      headers.put(line.substring(0, colon), line.substring(colon + 1).strip());
    }
    return new Response(Integer.parseInt(head.getFirst().split(" ", 3)[1]), headers, body);
  }

  /// The head that comes next; what follows it is still to be read.
  static Response readHead(InputStream in) throws IOException {
    var head = new ArrayList<String>();
    for (String line = line(in); !line.isEmpty(); line = line(in)) {
      head.add(line);
    }
    return of(head, "");
  }

  /// The only answer on a connection that is closed after it.
  static Response readAll(InputStream in) throws IOException {
    var head = readHead(in);
    byte[] body = head.header("Transfer-Encoding").isEmpty() ? in.readAllBytes() : chunks(in);
    return new Response(head.status, head.headers, new String(body, UTF_8));
  }

  private static byte[] chunks(InputStream in) throws IOException {
    var all = new ByteArrayOutputStream();
    for (int size = size(in); size > 0; size = size(in)) {
      all.write(in.readNBytes(size));
      line(in);
    }
    return all.toByteArray();
  }

  private static int size(InputStream in) throws IOException {
    return Integer.parseInt(line(in), 16);
  }

  private static String line(InputStream in) throws IOException {
    var line = new ByteArrayOutputStream();
    for (int one = in.read(); one != '\n'; one = in.read()) {
      if (one < 0) {
        throw new IOException("closed after: " + line.toString(UTF_8));
      }
      line.write(one);
    }
    return line.toString(UTF_8).strip();
  }

  /// A header, or nothing when it has none of this name.
  public String header(String name) {
    return headers.getOrDefault(name, "");
  }

  /// Whether its body is of this media type.
  public boolean is(String mediaType) {
    return header("Content-Type").startsWith(mediaType);
  }
}
