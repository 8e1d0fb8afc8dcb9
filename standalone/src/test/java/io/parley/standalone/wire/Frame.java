package io.parley.standalone.wire;

/// What goes over a socket, with its text: of a close the code.
public record Frame(Kind kind, String text) {
  /// That nothing comes.
  public static final Frame NOTHING = new Frame(Kind.NOTHING, "");

  /// Of which kind it is.
  public enum Kind {
    TEXT(1),
    BINARY(2),
    CLOSE(8),
    PING(9),
    PONG(10),
    /// That nothing comes.
    NOTHING(-1);

    private final int opcode;

    Kind(int opcode) {
      this.opcode = opcode;
    }

    int opcode() {
      return opcode;
    }

    static Kind of(int opcode) {
      for (var kind : values()) {
        if (kind.opcode == opcode) {
          return kind;
        }
      }
      throw new IllegalArgumentException("opcode " + opcode);
    }
  }

  /// A close with this code.
  public static Frame close(int code) {
    return new Frame(Kind.CLOSE, Integer.toString(code));
  }
}
