package io.parley.delivery.socket;

import io.parley.delivery.frame.Outgoing;
import io.parley.delivery.session.Closing;
import jakarta.websocket.CloseReason;
import jakarta.websocket.RemoteEndpoint;
import jakarta.websocket.Session;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.List;

/// Writes to Tomcat's session. Frames that wait together go out in one write.
final class NativeWire implements Wire {
  private static final String BLOCKING_SEND_TIMEOUT =
      "org.apache.tomcat.websocket.BLOCKING_SEND_TIMEOUT";
  private static final String SESSION_CLOSE_TIMEOUT =
      "org.apache.tomcat.websocket.SESSION_CLOSE_TIMEOUT";
  private static final long CLOSE_TIMEOUT_MS = 5_000;

  private final Session session;

  NativeWire(Session session, Duration writeTimeout) {
    this.session = session;
    session.getUserProperties().put(BLOCKING_SEND_TIMEOUT, writeTimeout.toMillis());
    session.getUserProperties().put(SESSION_CLOSE_TIMEOUT, CLOSE_TIMEOUT_MS);
  }

  @Override
  public void write(List<Outgoing> frames, boolean ping) throws IOException {
    var remote = session.getBasicRemote();
    if (ping) {
      remote.sendPing(ByteBuffer.allocate(0));
    }
    if (frames.size() == 1) {
      remote.sendText(frames.getFirst().text());
    } else if (!frames.isEmpty()) {
      writeTogether(remote, frames);
    }
  }

  private static void writeTogether(RemoteEndpoint.Basic remote, List<Outgoing> frames)
      throws IOException {
    remote.setBatchingAllowed(true);
    for (var frame : frames) {
      remote.sendText(frame.text());
    }
    remote.setBatchingAllowed(false);
  }

  @Override
  public void close(Closing reason) throws IOException {
    session.close(
        new CloseReason(CloseReason.CloseCodes.getCloseCode(reason.code()), reason.reason()));
  }

  @Override
  public void abort() {
    try {
      session.close();
    } catch (IOException | IllegalStateException e) {
      // it is gone already
    }
  }
}
