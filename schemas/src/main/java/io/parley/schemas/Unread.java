package io.parley.schemas;

/// How many messages of the others each side has not read yet.
public record Unread(long buyer, long vendor) {
  /// Nothing unread.
  public static final Unread NONE = new Unread(0, 0);

  /// What this side has not read. An admin watches the vendor's work, so sees the vendor's number.
  public long of(Side side) {
    return side == Side.BUYER ? buyer : vendor;
  }
}
