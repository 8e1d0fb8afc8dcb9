package io.parley.command.shard;

/// The log contradicts itself; nobody may go on writing to it.
final class BrokenLog extends RuntimeException {
  private static final long serialVersionUID = 1L;

  BrokenLog(String how) {
    super(how);
  }
}
