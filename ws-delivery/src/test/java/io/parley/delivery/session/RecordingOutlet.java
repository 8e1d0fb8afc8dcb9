package io.parley.delivery.session;

import io.parley.delivery.frame.Outgoing;
import io.parley.schemas.Json;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/// Remembers what a client would have been sent.
public final class RecordingOutlet implements Outlet {
  private final List<JsonNode> frames = new ArrayList<>();
  private @Nullable Closing closed;
  private int pings;
  private int answersDue;

  @Override
  public synchronized void send(Outgoing frame) {
    if (closed == null) {
      frames.add(Json.mapper().readTree(frame.text()));
    }
  }

  @Override
  public synchronized void ping() {
    pings++;
  }

  @Override
  public synchronized void close(Closing reason) {
    closed = closed == null ? reason : closed;
  }

  @Override
  public synchronized void awaitAnswer() {
    answersDue++;
  }

  @Override
  public synchronized void answered() {
    answersDue--;
  }

  @Override
  public void closeOnceAnswered(Closing reason) {
    close(reason);
  }

  synchronized int answersDue() {
    return answersDue;
  }

  @Override
  public synchronized boolean awaitRoom() {
    return closed == null;
  }

  /// What came since it was taken last.
  public synchronized List<JsonNode> frames() {
    return List.copyOf(frames);
  }

  /// What came since this was asked last, each as its type, with the `seq` or the `code` it has.
  public synchronized List<String> take() {
    var taken = frames.stream().map(RecordingOutlet::shortly).toList();
    frames.clear();
    return taken;
  }

  private static String shortly(JsonNode frame) {
    String type = frame.get("type").stringValue();
    if (frame.has("code")) {
      return type + " " + frame.get("code").stringValue();
    }
    return frame.has("seq") ? type + " " + frame.get("seq").longValue() : type;
  }

  /// Why it is closed, if it is.
  public synchronized @Nullable Closing closed() {
    return closed;
  }

  synchronized int pings() {
    return pings;
  }
}
