package io.parley.standalone;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayOutputStream;
import java.io.OutputStream;
import java.io.PrintStream;

/// What this process has said on its console.
final class Output extends OutputStream {
  private static final Output CAPTURED = new Output();

  private final PrintStream console = System.out;
  private final ByteArrayOutputStream copy = new ByteArrayOutputStream();
  private boolean capturing;

  private Output() {}

  /// Copies everything from now on.
  static synchronized void capture() {
    if (!CAPTURED.capturing) {
      CAPTURED.capturing = true;
      var both = new PrintStream(CAPTURED, true, UTF_8);
      System.setOut(both);
      System.setErr(both);
    }
  }

  static String text() {
    return CAPTURED.copy.toString(UTF_8);
  }

  @Override
  public synchronized void write(int one) {
    console.write(one);
    copy.write(one);
  }

  @Override
  public synchronized void write(byte[] from, int offset, int length) {
    console.write(from, offset, length);
    copy.write(from, offset, length);
  }

  @Override
  public void flush() {
    console.flush();
  }
}
