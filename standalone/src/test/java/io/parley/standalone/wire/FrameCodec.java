package io.parley.standalone.wire;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.parley.standalone.wire.Frame.Kind;
import java.io.DataInputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.Arrays;

/// Frames as RFC 6455 writes them. Those that come are never split here.
final class FrameCodec {
  private static final byte[] MASK = {1, 2, 3, 4};
  private static final int FINAL = 0x80;
  private static final int MASKED = 0x80;
  private static final int TWO_BYTES = 126;
  private static final int EIGHT_BYTES = 127;
  private static final int LONGEST_HEAD = 14;
  private static final int NO_CODE = 1005;

  private FrameCodec() {}

  static Frame read(DataInputStream in) throws IOException {
    var kind = Kind.of(in.readUnsignedByte() & 0x0F);
    int length = in.readUnsignedByte() & 0x7F;
    if (length == TWO_BYTES) {
      length = in.readUnsignedShort();
    } else if (length == EIGHT_BYTES) {
      length = Math.toIntExact(in.readLong());
    }
    byte[] data = in.readNBytes(length);
    if (kind == Kind.CLOSE) {
      return Frame.close(length < 2 ? NO_CODE : ByteBuffer.wrap(data).getShort() & 0xFFFF);
    }
    return new Frame(kind, new String(data, UTF_8));
  }

  static byte[] masked(Frame frame) {
    byte[] data = data(frame);
    var bytes = ByteBuffer.allocate(data.length + LONGEST_HEAD);
    bytes.put((byte) (FINAL | frame.kind().opcode()));
    if (data.length < TWO_BYTES) {
      bytes.put((byte) (MASKED | data.length));
    } else {
      bytes.put((byte) (MASKED | EIGHT_BYTES)).putLong(data.length);
    }
    bytes.put(MASK);
    for (int i = 0; i < data.length; i++) {
      bytes.put((byte) (data[i] ^ MASK[i % MASK.length]));
    }
    return Arrays.copyOf(bytes.array(), bytes.position());
  }

  private static byte[] data(Frame frame) {
    return frame.kind() == Kind.CLOSE
        ? ByteBuffer.allocate(2).putShort((short) Integer.parseInt(frame.text())).array()
        : frame.text().getBytes(UTF_8);
  }
}
