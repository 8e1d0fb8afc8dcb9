package io.parley.schemas.command;

import java.util.Locale;

/// What a record on `chat.commands.dead` says beside the command's own key, value and headers: why
/// it was never decided, and where it stands in `chat.commands`.
///
/// A record that is put aside twice, as after a crash, names the same place twice.
public final class DeadLetter {
  /// Header: the [Reason]'s code.
  public static final String REASON = "dead_reason";

  /// Header: more about it for people, at most [#MAX_DETAIL] characters; never a part of the
  /// value.
  public static final String DETAIL = "dead_detail";

  /// Header: the partition of `chat.commands`, in decimal.
  public static final String PARTITION = "dead_partition";

  /// Header: the offset in that partition, in decimal.
  public static final String OFFSET = "dead_offset";

  /// Header: the broker's time of the command, ISO 8601.
  public static final String AT = "dead_at";

  /// Header, only where the value had to be left out because all together would be too large for a
  /// record: how many bytes it has in `chat.commands`.
  public static final String VALUE_BYTES = "dead_value_bytes";

  /// The longest [#DETAIL], in characters.
  public static final int MAX_DETAIL = 200;

  /// The largest command that is decided, in bytes: its event must be a record too.
  public static final int MAX_COMMAND_BYTES = 524_288;

  private DeadLetter() {}

  /// Why a command is dead.
  public enum Reason {
    /// The record has no value.
    NO_VALUE,
    /// The value has more than [#MAX_COMMAND_BYTES].
    TOO_LARGE,
    /// The value is no JSON, or not that of a command.
    UNREADABLE,
    /// A command of a type that this version does not know.
    UNKNOWN_TYPE,
    /// The key is not the command's aggregate, or belongs to another partition.
    MISPLACED,
    /// Deciding it ended in an error: a mistake of ours.
    UNDECIDABLE;

    /// The stable code, as `no_value`.
    public String code() {
      return name().toLowerCase(Locale.ROOT);
    }
  }
}
