package io.parley.cluster;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.HashSet;
import java.util.Set;

/// Ports of the loopback interface below those that the system gives to outgoing connections, so
/// that a process that is started again finds its port free.
final class FreePorts {
  static final String HOST = "127.0.0.1";
  private static final int FIRST = 20_000;
  private static final int LAST = 32_000;

  private final Set<Integer> taken = new HashSet<>();
  private int next = FIRST + (int) (ProcessHandle.current().pid() % 300) * 40;

  int next() {
    while (!taken.add(next) || !isFree(next)) {
      next = next >= LAST ? FIRST : next + 1;
    }
    return next;
  }

  /// This one when it is free, else another.
  int preferred(int port) {
    return port > 0 && isFree(port) ? port : next();
  }

  private static boolean isFree(int port) {
    try (var socket = new ServerSocket(port, 1, InetAddress.ofLiteral(HOST))) {
      return socket.isBound();
    } catch (java.net.BindException e) {
      return false;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
