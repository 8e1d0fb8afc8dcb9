package io.parley.query.conversation;

/// In which order a vendor wants to see its conversations.
public enum VendorOrder {
  /// The newest activity first.
  RECENT(Conversations.ORDER),
  /// Those first in which the buyer waits for an answer, longest first; then the others, the
  /// newest activity first.
  WAITING(" order by waiting_since, updated_at desc, room_id desc ");

  private final String sql;

  VendorOrder(String sql) {
    this.sql = sql;
  }

  String sql() {
    return sql;
  }
}
