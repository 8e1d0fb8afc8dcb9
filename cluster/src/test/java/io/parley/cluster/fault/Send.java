package io.parley.cluster.fault;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// One message that somebody wants to send, and what it was told of it: told once, whatever comes
/// later must say the same.
final class Send {
  private final UUID room;
  private final UUID id;
  private final long content;
  private final boolean mayBeAccepted;
  private final long since;
  private @Nullable String text;
  private int attempts;
  private long triedAt;
  private @Nullable Told told;
  private long toldAt;
  private @Nullable String contradiction;

  /// What became of a message.
  sealed interface Told {}

  /// It is in the room, there.
  record Accepted(long seq, UUID message) implements Told {}

  /// It is not.
  record Refused(String code) implements Told {}

  Send(UUID room, UUID id, String text, boolean mayBeAccepted, long now) {
    this.room = room;
    this.id = id;
    this.text = text;
    this.content = Fingerprint.of(text);
    this.mayBeAccepted = mayBeAccepted;
    this.since = now;
  }

  UUID room() {
    return room;
  }

  UUID id() {
    return id;
  }

  /// The fingerprint of the text.
  long content() {
    return content;
  }

  /// Whether it is one that Parley has to accept; the others it has to refuse.
  boolean mayBeAccepted() {
    return mayBeAccepted;
  }

  /// When it was first sent, by the clock of [System#nanoTime].
  long since() {
    return since;
  }

  /// The text, to send it (again); null once it was answered.
  synchronized @Nullable String attempt(long now) {
    if (text != null) {
      attempts++;
      triedAt = now;
    }
    return text;
  }

  /// True the first time.
  synchronized boolean tell(Told now, long at) {
    if (told != null) {
      if (!told.equals(now)) {
        contradiction = "%s was told %s and then %s".formatted(this, told, now);
      }
      return false;
    }
    told = now;
    toldAt = at;
    text = null;
    return true;
  }

  synchronized @Nullable Told told() {
    return told;
  }

  synchronized int attempts() {
    return attempts;
  }

  synchronized long triedAt() {
    return triedAt;
  }

  /// How long it took, or has taken by now.
  synchronized long nanos(long now) {
    return (told == null ? now : toldAt) - since;
  }

  synchronized @Nullable String contradiction() {
    return contradiction;
  }

  @Override
  public String toString() {
    return "the send " + id + " to room " + room;
  }
}
