package io.parley.schemas;

/// The names of Parley's topics, all with one prefix (`chat` in production).
///
/// `commands`, `events` and `snapshots` have the same number of partitions and are keyed by
/// aggregate id with Kafka's default partitioner, so partition *p* of one belongs to partition *p*
/// of the others.
public record Topics(String prefix) {
  /// Intents, accepted or not, stamped with the broker's time.
  public String commands() {
    return prefix + ".commands";
  }

  /// Commands that could not be read or decided, each as it was and with the headers of
  /// [io.parley.schemas.command.DeadLetter].
  public String deadCommands() {
    return prefix + ".commands.dead";
  }

  /// Facts: the log, the source of truth.
  public String events() {
    return prefix + ".events";
  }

  /// The newest state of each aggregate, and up to which event they all go; compacted. Only the
  /// owner of the partition reads and writes it.
  public String snapshots() {
    return prefix + ".snapshots";
  }

  /// Typing: worthless in a minute.
  public String signals() {
    return prefix + ".signals";
  }

  /// The consumer group of those who decide commands. What it has committed is where they are, for
  /// watchers.
  public String shardsGroup() {
    return prefix + ".shards";
  }

  /// The outcome of each command, to the node that asked.
  public String replies() {
    return prefix + ".replies";
  }
}
