package io.parley.schemas;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.OptionalLong;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// How ids are derived from one another: by digest, so that the same things always get the same
/// id, on any node, live and in replay. All are UUIDs of version 8, but those of public rooms.
public final class Ids {
  private static final long SEQUENCE_MASK = (1L << 48) - 1;

  private Ids() {}

  /// The public id of a guest, from the session id that is the guest's secret. Topics, frames to
  /// others and read models hold only this one; it does not lead back.
  public static UUID guest(UUID sessionId) {
    return digest("guest", sessionId.toString());
  }

  /// The room in which one buyer, one vendor and one product (or none) always meet. `buyer` is the
  /// key of an actor, as `account:42`.
  public static UUID room(String buyer, String vendorId, @Nullable String productId) {
    return digest("room", buyer, vendorId, productId == null ? "" : "product:" + productId);
  }

  /// The public id of a visitor of the public rooms, from the session id that is the visitor's
  /// secret.
  public static UUID visitor(String sessionId) {
    return digest("visitor", sessionId);
  }

  /// The id of a public room that is opened without naming one, from the command that opens it. It
  /// has the form of a random id, version 4: ids of version 8 belong to conversations, so that
  /// nobody can open a public room in the place of one.
  public static UUID publicRoom(UUID commandId) {
    UUID id = digest("public_room", commandId.toString());
    return new UUID(
        (id.getMostSignificantBits() & ~0xF000L) | 0x4000L, id.getLeastSignificantBits());
  }

  /// Whether a public room may have this id.
  public static boolean mayBePublicRoom(UUID id) {
    return id.version() != 8;
  }

  /// The record of what an admin has looked at.
  public static UUID adminAccess(MarketplaceId accountId) {
    return digest("admin_access", accountId.value());
  }

  /// The answers that a vendor keeps ready.
  public static UUID cannedReplies(MarketplaceId vendorId) {
    return digest("canned_replies", vendorId.value());
  }

  /// An id that belongs to another one: the command that a policy derives from an event, the
  /// second command of one request.
  public static UUID derived(UUID from, String purpose) {
    return digest("derived", from.toString(), purpose);
  }

  /// The id of an aggregate's event number `sequence`; a message has the id of the event that sent
  /// it. The low 48 bits are the sequence, so that a room can tell which of its events an id names
  /// without remembering them all; the others are a digest, so that nobody's id fits another room.
  public static UUID event(UUID aggregateId, long sequence) {
    UUID base = digest("event", aggregateId.toString(), Long.toString(sequence));
    long low = (base.getLeastSignificantBits() & ~SEQUENCE_MASK) | (sequence & SEQUENCE_MASK);
    return new UUID(base.getMostSignificantBits(), low);
  }

  /// The sequence of the event that `id` names in this aggregate, or empty when it names none.
  public static OptionalLong sequenceOf(UUID aggregateId, UUID id) {
    long sequence = id.getLeastSignificantBits() & SEQUENCE_MASK;
    return event(aggregateId, sequence).equals(id)
        ? OptionalLong.of(sequence)
        : OptionalLong.empty();
  }

  private static UUID digest(String... parts) {
    var sha256 = sha256();
    for (String part : parts) {
      sha256.update(part.getBytes(StandardCharsets.UTF_8));
      sha256.update((byte) 0);
    }
    var bytes = ByteBuffer.wrap(sha256.digest());
    long high = (bytes.getLong() & ~0xF000L) | 0x8000L;
    long low = (bytes.getLong() & 0x3FFFFFFFFFFFFFFFL) | 0x8000000000000000L;
    return new UUID(high, low);
  }

  /// A fresh SHA-256.
  public static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has SHA-256", e);
    }
  }
}
