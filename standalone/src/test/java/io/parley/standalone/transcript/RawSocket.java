package io.parley.standalone.transcript;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.parley.standalone.transcript.Frame.Kind;
import java.io.BufferedInputStream;
import java.io.DataInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.Socket;
import java.nio.ByteBuffer;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;

/// A WebSocket that sends what it is told to, byte for byte, and keeps the frames that
/// come, but for pings, which it answers.
final class RawSocket implements AutoCloseable {
  private static final int PATIENCE_MILLIS = 10_000;
  private static final int QUIET_MILLIS = 500;
  private static final byte[] MASK = {1, 2, 3, 4};

  private final Socket socket;
  private final DataInputStream in;
  private final Response handshake;
  private final BlockingQueue<Frame> frames = new LinkedBlockingQueue<>();
  private volatile boolean closed;

  private RawSocket(int port, Request request) throws IOException {
    socket = new Socket("127.0.0.1", port);
    socket.getOutputStream().write(request.bytes());
    in = new DataInputStream(new BufferedInputStream(socket.getInputStream()));
    handshake = Response.readHead(in);
    if (isOpen()) {
      Thread.ofVirtual().start(this::listen);
    } else {
      socket.close();
    }
  }

  static RawSocket open(int port, Request request) {
    try {
      return new RawSocket(port, request);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /// How the request for a socket was answered.
  Response handshake() {
    return handshake;
  }

  /// Whether it became a socket.
  boolean isOpen() {
    return handshake.status() == 101;
  }

  private void listen() {
    try {
      for (var frame = read(); frame.kind() != Kind.CLOSE; frame = read()) {
        if (frame.kind() == Kind.PING) {
          send(new Frame(Kind.PONG, frame.text()));
        } else {
          frames.add(frame);
        }
      }
    } catch (IOException e) {
      frames.add(Frame.close(1006));
    } finally {
      closed = true;
    }
  }

  private Frame read() throws IOException {
    int first = in.readUnsignedByte();
    int length = in.readUnsignedByte() & 0x7F;
    if (length == 126) {
      length = in.readUnsignedShort();
    } else if (length == 127) {
      length = Math.toIntExact(in.readLong());
    }
    byte[] data = in.readNBytes(length);
    var kind = Kind.of(first & 0x0F);
    var frame = new Frame(kind, new String(data, UTF_8));
    if (kind == Kind.CLOSE) {
      frame = Frame.close(length < 2 ? 1005 : ByteBuffer.wrap(data).getShort() & 0xFFFF);
      frames.add(frame);
    }
    return frame;
  }

  synchronized void send(Frame frame) {
    byte[] data = frame.text().getBytes(UTF_8);
    if (frame.kind() == Kind.CLOSE) {
      data = ByteBuffer.allocate(2).putShort(Short.parseShort(frame.text())).array();
    }
    var bytes = ByteBuffer.allocate(data.length + 14).put((byte) (0x80 | frame.kind().opcode()));
    if (data.length < 126) {
      bytes.put((byte) (0x80 | data.length));
    } else {
      bytes.put((byte) (0x80 | 127)).putLong(data.length);
    }
    bytes.put(MASK);
    for (int i = 0; i < data.length; i++) {
      bytes.put((byte) (data[i] ^ MASK[i % MASK.length]));
    }
    try {
      socket.getOutputStream().write(bytes.array(), 0, bytes.position());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /// Whether neither side has closed it.
  boolean isConnected() {
    return !closed;
  }

  /// Says goodbye, and waits until the other side has said it too.
  void leave() {
    if (isConnected()) {
      send(Frame.close(1000));
      next(Kind.CLOSE);
    }
    close();
  }

  private void next(Kind kind) {
    for (var next = next(); next.isPresent(); next = next()) {
      if (next.get().kind() == kind) {
        return;
      }
    }
  }

  /// The next frame, or empty when none comes.
  Optional<Frame> next() {
    return next(PATIENCE_MILLIS);
  }

  /// What comes where nothing should.
  Optional<Frame> unasked() {
    return next(QUIET_MILLIS);
  }

  private Optional<Frame> next(int millis) {
    try {
      return Optional.ofNullable(frames.poll(millis, TimeUnit.MILLISECONDS));
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  @Override
  public void close() {
    try {
      socket.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
