package io.parley.query.api;

import java.io.IOException;
import java.io.Writer;
import java.util.List;

/// A table as RFC 4180 has it, in UTF-8 with a byte order mark, for spreadsheets. A cell that
/// these would take for a formula begins with an apostrophe.
final class Csv {
  private static final char BYTE_ORDER_MARK = '\uFEFF';
  private static final String FORMULA = "=+-@\t\r";
  private static final String SPECIAL = ",\"\r\n";

  private Csv() {}

  static void begin(Writer to) throws IOException {
    to.write(BYTE_ORDER_MARK);
  }

  static void row(Writer to, List<String> cells) throws IOException {
    for (int i = 0; i < cells.size(); i++) {
      if (i > 0) {
        to.write(',');
      }
      to.write(cell(cells.get(i)));
    }
    to.write("\r\n");
  }

  private static String cell(String text) {
    boolean isFormula = !text.isEmpty() && FORMULA.indexOf(text.charAt(0)) >= 0;
    var guarded = isFormula ? "'" + text : text;
    boolean isSpecial = guarded.chars().anyMatch(c -> SPECIAL.indexOf(c) >= 0);
    return isSpecial ? '"' + guarded.replace("\"", "\"\"") + '"' : guarded;
  }
}
