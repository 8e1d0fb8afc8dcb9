package io.parley.standalone.wire;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.Socket;

/// Requests as raw as they were captured.
public record Http(int port) {
  private static final int PATIENCE_MILLIS = 30_000;

  /// Sends it, and takes in the answer.
  public Response send(Request request) {
    try (var socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
      socket.setSoTimeout(PATIENCE_MILLIS);
      socket.getOutputStream().write(request.bytes());
      return Response.readAll(new BufferedInputStream(socket.getInputStream()));
    } catch (IOException e) {
      throw new UncheckedIOException(request.line(), e);
    }
  }
}
