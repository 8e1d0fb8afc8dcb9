package io.parley.standalone.transcript;

import io.parley.standalone.transcript.Step.Exchange;
import io.parley.standalone.transcript.Step.Received;
import io.parley.standalone.transcript.Step.Sent;
import io.parley.standalone.wire.Frame;
import io.parley.standalone.wire.Frame.Kind;
import io.parley.standalone.wire.Request;
import io.parley.standalone.wire.Response;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Reads what was captured: sections of requests, answers and frames. Whatever it does not
/// understand it refuses, so that nothing is left out.
final class Transcript {
  private static final Pattern SECTION = Pattern.compile("(?m)^### ");
  private static final Pattern LINE = Pattern.compile("`(\\w+) ([<>])` ?(.*)");
  private static final Pattern FRAME =
      Pattern.compile("(text |binary |ping |pong |close )?`(.*)`( \\(70,000 x\\))?");
  private static final Pattern CLOSE = Pattern.compile("close `?(?:code )?(\\d+).*");
  private static final String PROSE = "What the two inside see of it:";

  private final List<Step> steps = new ArrayList<>();
  private final List<String> lines;
  private int at;

  private Transcript(String section) {
    lines = section.lines().toList();
  }

  /// The text of each section by its title, in order.
  static Map<String, String> sections(String transcript) {
    var sections = new LinkedHashMap<String, String>();
    SECTION
        .splitAsStream(transcript)
        .skip(1)
        .forEach(
            section -> {
              int end = section.indexOf('\n');
              sections.put(section.substring(0, end), section.substring(end + 1));
            });
    return sections;
  }

  /// What happens in a section.
  static List<Step> steps(String section) {
    var transcript = new Transcript(section);
    while (transcript.at < transcript.lines.size()) {
      transcript.step();
    }
    return List.copyOf(transcript.steps);
  }

  private void step() {
    String line = lines.get(at);
    var frame = LINE.matcher(line);
    if (line.equals("```http")) {
      exchange();
    } else if (frame.matches()) {
      steps.add(frame(frame));
      at++;
    } else if (line.isEmpty() || line.matches("[>#] ?.*|## .*") || line.equals(PROSE)) {
      at++;
    } else {
      throw new IllegalArgumentException("not understood: " + line);
    }
  }

  private void exchange() {
    var asked = block();
    var answered = block();
    int end = asked.indexOf("");
    var head = end < 0 ? asked : asked.subList(0, end);
    String body = end < 0 ? "" : String.join("\n", asked.subList(end + 1, asked.size()));
    var request = new Request(head.getFirst(), head.subList(1, head.size()), body);
    end = answered.indexOf("");
    var expected =
        end < 0
            ? Response.of(answered, "")
            : Response.of(
                answered.subList(0, end),
                String.join("\n", answered.subList(end + 1, answered.size())).strip());
    steps.add(new Exchange(request.isHandshake() ? nextSocket() : "", request, expected));
  }

  private List<String> block() {
    if (!lines.get(at).equals("```http")) {
      throw new IllegalArgumentException("not understood: " + lines.get(at));
    }
    int start = at + 1;
    at = start;
    while (!lines.get(at).equals("```")) {
      at++;
    }
    return lines.subList(start, at++);
  }

  private String nextSocket() {
    return lines.stream()
        .skip(at)
        .map(LINE::matcher)
        .filter(Matcher::matches)
        .findFirst()
        .orElseThrow()
        .group(1);
  }

  private static Step frame(Matcher line) {
    return line.group(2).equals(">")
        ? new Sent(line.group(1), frame(line.group(3)))
        : new Received(line.group(1), frame(line.group(3)));
  }

  private static Frame frame(String text) {
    var close = CLOSE.matcher(text);
    var frame = FRAME.matcher(text);
    if (text.equals("*(nothing)*")) {
      return Frame.NOTHING;
    } else if (close.matches()) {
      return Frame.close(Integer.parseInt(close.group(1)));
    } else if (!frame.matches()) {
      throw new IllegalArgumentException("not understood: " + text);
    }
    String kind = frame.group(1) == null ? "TEXT" : frame.group(1).strip().toUpperCase(Locale.ROOT);
    String content =
        frame.group(3) == null
            ? frame.group(2)
            : frame.group(2).replace("xxx…", "x".repeat(70_000));
    return new Frame(Kind.valueOf(kind), content);
  }
}
