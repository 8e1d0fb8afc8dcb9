package io.parley.command.room;

import io.parley.schemas.Side;
import io.parley.schemas.Unread;

/// How far the buyer's and the vendor's side have read, as sequences, and what is left for each.
record Reading(long buyerSeq, long vendorSeq, Unread unread) {
  static final Reading NOTHING = new Reading(0, 0, Unread.NONE);

  /// How far this side has read.
  long seqOf(Side side) {
    return side == Side.BUYER ? buyerSeq : vendorSeq;
  }

  /// After a message of that side.
  Reading afterMessageOf(Side side) {
    return new Reading(buyerSeq, vendorSeq, unreadAfterMessageOf(side));
  }

  /// What is unread after a message of that side.
  Unread unreadAfterMessageOf(Side side) {
    return new Unread(
        unread.buyer() + (side == Side.BUYER ? 0 : 1),
        unread.vendor() + (side == Side.VENDOR ? 0 : 1));
  }

  /// What is unread when that much is left for one side.
  Unread unreadWith(Side side, long left) {
    return side == Side.BUYER
        ? new Unread(left, unread.vendor())
        : new Unread(unread.buyer(), left);
  }

  /// After one side has read up to a sequence.
  Reading afterReading(Side side, long upToSeq, Unread left) {
    return side == Side.BUYER
        ? new Reading(upToSeq, vendorSeq, left)
        : new Reading(buyerSeq, upToSeq, left);
  }

  /// Whether a message waits for somebody's eyes.
  boolean isUnread(long seq, Side of) {
    return (of != Side.BUYER && seq > buyerSeq) || (of != Side.VENDOR && seq > vendorSeq);
  }
}
