package io.parley.backends;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.HashSet;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Ports of the loopback interface, each handed out once in this process: a backend binds its port
/// well after it was chosen.
final class Ports {
  /// Any free port.
  static final int ANY = 0;

  static final String HOST = "127.0.0.1";

  private static final Logger log = LoggerFactory.getLogger(Ports.class);
  private static final Set<Integer> HANDED_OUT = new HashSet<>();

  private Ports() {}

  /// The preferred port, or a free one when that is taken, which the log then says.
  static int preferredOrFree(String who, int preferred) {
    if (preferred == ANY) {
      return free();
    }
    if (isFree(preferred)) {
      return preferred;
    }
    int port = free();
    log.warn("Port {} is taken, so {} listens on {}.", preferred, who, port);
    return port;
  }

  static int free() {
    synchronized (HANDED_OUT) {
      int port;
      do {
        port = bindAndRelease(ANY);
      } while (!HANDED_OUT.add(port));
      return port;
    }
  }

  private static boolean isFree(int port) {
    try {
      return bindAndRelease(port) == port;
    } catch (BackendFailure e) {
      return false;
    }
  }

  private static int bindAndRelease(int port) {
    try (var socket = new ServerSocket(port, 1, InetAddress.ofLiteral(HOST))) {
      return socket.getLocalPort();
    } catch (IOException e) {
      throw new BackendFailure(
          "No port can be opened on %s (%s): check the network settings of this machine."
              .formatted(HOST, Reasons.of(e)),
          e);
    }
  }
}
