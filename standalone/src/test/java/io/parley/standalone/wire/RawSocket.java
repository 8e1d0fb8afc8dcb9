package io.parley.standalone.wire;

import io.parley.standalone.wire.Frame.Kind;
import java.io.BufferedInputStream;
import java.io.DataInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.Socket;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;

/// A WebSocket that sends what it is told to, byte for byte, and keeps the frames that
/// come, but for pings, which it answers.
public final class RawSocket implements AutoCloseable {
  private static final int PATIENCE_MILLIS = 10_000;
  private static final int QUIET_MILLIS = 500;
  private static final int NO_CLOSE_FRAME = 1006;

  private final Socket socket;
  private final DataInputStream in;
  private final Response handshake;
  private final BlockingQueue<Frame> frames = new LinkedBlockingQueue<>();
  private volatile boolean closed;

  private RawSocket(int port, Request request) throws IOException {
    socket = new Socket(InetAddress.getLoopbackAddress(), port);
    socket.getOutputStream().write(request.bytes());
    in = new DataInputStream(new BufferedInputStream(socket.getInputStream()));
    handshake = Response.readHead(in);
    if (isOpen()) {
      Thread.ofVirtual().start(this::listen);
    } else {
      socket.close();
    }
  }

  /// Asks for a socket; see [#handshake()] for what became of it.
  public static RawSocket open(int port, Request request) {
    try {
      return new RawSocket(port, request);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /// How the request for a socket was answered.
  public Response handshake() {
    return handshake;
  }

  /// Whether it became a socket.
  public boolean isOpen() {
    return handshake.status() == 101;
  }

  private void listen() {
    try {
      var kind = Kind.TEXT;
      while (kind != Kind.CLOSE) {
        var frame = FrameCodec.read(in);
        kind = frame.kind();
        closed = kind == Kind.CLOSE;
        if (kind == Kind.PING) {
          send(new Frame(Kind.PONG, frame.text()));
        } else {
          frames.add(frame);
        }
      }
    } catch (IOException | UncheckedIOException e) {
      closed = true;
      frames.add(Frame.close(NO_CLOSE_FRAME));
    }
  }

  /// Sends a frame, masked as clients do.
  public synchronized void send(Frame frame) {
    try {
      socket.getOutputStream().write(FrameCodec.masked(frame));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /// Whether neither side has closed it.
  public boolean isConnected() {
    return !closed;
  }

  /// Says goodbye, and waits until the other side has said it too.
  public void leave() {
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
  public Optional<Frame> next() {
    return next(PATIENCE_MILLIS);
  }

  /// What comes where nothing should.
  public Optional<Frame> unasked() {
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
