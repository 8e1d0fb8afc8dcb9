package io.parley.command.shard;

import io.parley.command.aggregate.AggregateState;
import io.parley.command.publicroom.PublicRoomState;
import io.parley.schemas.Json;
import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.HexFormat;
import java.util.Objects;
import java.util.UUID;
import java.util.zip.CRC32C;
import tools.jackson.core.JacksonException;

/// An aggregate as bytes, in a snapshot and in the local store alike, and back, exactly.
///
/// Format 2, numbers big-endian: version (1 byte), CRC-32C of all that follows (4), flags (1; bit
/// 0: somebody is in this public room), sequence (8), SHA-256 of the last event (32), kind (1, see
/// [Kind#CODES]), name of the state's form (length in 1 byte, then UTF-8), state as JSON (length
/// in 4 bytes, then UTF-8), number of remembered commands (4), and for each, the oldest first:
/// command id (16), sequence (8), milliseconds since 1970 (8), digest (8).
final class SlotCodec {
  static final byte VERSION = 2;

  private static final int HEAD = 1 + Integer.BYTES;
  private static final int HASH = 32;
  private static final int DIGEST = 8;
  private static final int REMEMBERED = 16 + 2 * Long.BYTES + DIGEST;
  private static final int FIXED = HEAD + 1 + Long.BYTES + HASH + 2 + 2 * Integer.BYTES;
  private static final byte SOMEBODY_IN = 1;

  private SlotCodec() {}

  static byte[] encode(Slot slot) {
    var state = Objects.requireNonNull(slot.state(), "it has had an event");
    byte[] form = state.getClass().getSimpleName().getBytes(StandardCharsets.UTF_8);
    byte[] json = Json.mapper().writeValueAsBytes(state);
    var memory = slot.memory();
    var out =
        ByteBuffer.allocate(FIXED + form.length + json.length + memory.size() * REMEMBERED)
            .position(HEAD)
            .put(isSomebodyIn(state) ? SOMEBODY_IN : 0)
            .putLong(slot.sequence())
            .put(bytes(Objects.requireNonNull(slot.lastHash()), HASH))
            .put(Kind.codeOf(state))
            .put((byte) form.length)
            .put(form)
            .putInt(json.length)
            .put(json)
            .putInt(memory.size());
    memory.forEach(
        (id, known) ->
            out.putLong(id.getMostSignificantBits())
                .putLong(id.getLeastSignificantBits())
                .putLong(known.sequence())
                .putLong(known.time().toEpochMilli())
                .put(bytes(known.digest(), DIGEST)));
    return out.put(0, VERSION).putInt(1, checksum(out.array())).array();
  }

  private static boolean isSomebodyIn(AggregateState state) {
    return state instanceof PublicRoomState room && room.isSomebodyIn();
  }

  private static byte[] bytes(String hex, int length) {
    byte[] bytes = HexFormat.of().parseHex(hex);
    if (bytes.length != length) {
      throw new IllegalArgumentException("a hash of %d bytes".formatted(bytes.length));
    }
    return bytes;
  }

  private static int checksum(byte[] encoded) {
    var crc = new CRC32C();
    crc.update(encoded, HEAD, encoded.length - HEAD);
    return (int) crc.getValue();
  }

  /// Looks at the version and the checksum only: throws [ShardLost] for bytes that no [#encode]
  /// of this version made.
  static void check(byte[] encoded) {
    if (encoded.length < FIXED
        || encoded[0] != VERSION
        || ByteBuffer.wrap(encoded).getInt(1) != checksum(encoded)) {
      throw undecodable(new IllegalArgumentException("another version, or damaged"));
    }
  }

  /// Whether it is a public room with somebody in; of checked bytes.
  static boolean isSomebodyIn(byte[] encoded) {
    return (encoded[HEAD] & SOMEBODY_IN) != 0;
  }

  /// The aggregate that was encoded. Throws [ShardLost] where it was not, or not by this version.
  static Slot decode(byte[] encoded) {
    try {
      check(encoded);
      return read(ByteBuffer.wrap(encoded).position(HEAD + 1));
    } catch (JacksonException | IllegalArgumentException | BufferUnderflowException e) {
      throw undecodable(e);
    }
  }

  private static Slot read(ByteBuffer in) {
    long sequence = in.getLong();
    String hash = hex(in, HASH);
    byte kind = in.get();
    var form = Kind.form(kind, text(in, in.get()));
    byte[] json = new byte[in.getInt()];
    in.get(json);
    var memory = new Memory();
    for (int left = in.getInt(); left > 0; left--) {
      var id = new UUID(in.getLong(), in.getLong());
      long at = in.getLong();
      var time = Instant.ofEpochMilli(in.getLong());
      memory.restore(id, new Memory.Remembered(at, time, hex(in, DIGEST)));
    }
    return new Slot(Json.mapper().readValue(json, form), sequence, hash, memory);
  }

  private static String hex(ByteBuffer in, int length) {
    byte[] bytes = new byte[length];
    in.get(bytes);
    return HexFormat.of().formatHex(bytes);
  }

  private static String text(ByteBuffer in, int length) {
    byte[] bytes = new byte[length];
    in.get(bytes);
    return new String(bytes, StandardCharsets.UTF_8);
  }

  private static ShardLost undecodable(RuntimeException why) {
    return ShardLost.bySnapshot("an encoded aggregate cannot be read", why);
  }
}
