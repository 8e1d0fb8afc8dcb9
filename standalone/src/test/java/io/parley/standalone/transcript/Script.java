package io.parley.standalone.transcript;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// The transcript as it should read today: what was captured, with the differences that are meant.
///
/// @param sections what happens in each section, by its title
/// @param unused differences that made none
public record Script(Map<String, List<Step>> sections, List<Difference> unused) {
  /// Reads a transcript, and what is to be there before its sections.
  public static Script of(String transcript, String presupposed, List<Difference> differences) {
    var before = Transcript.sections(presupposed);
    var unused = new ArrayList<>(differences);
    var sections = new LinkedHashMap<String, List<Step>>();
    Transcript.sections(transcript)
        .forEach(
            (title, captured) -> {
              String text = before.getOrDefault(title, "") + captured;
              for (var difference : differences) {
                String otherwise = difference.concerns(title) ? difference.applyTo(text) : text;
                if (!text.equals(otherwise)) {
                  unused.remove(difference);
                }
                text = otherwise;
              }
              sections.put(title, Transcript.steps(text));
            });
    return new Script(sections, unused);
  }
}
