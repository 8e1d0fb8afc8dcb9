package io.parley.cluster.fault;

import io.parley.cluster.fault.Send.Accepted;
import io.parley.cluster.fault.Send.Refused;
import java.io.IOException;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/// A well-behaved client: connects again with growing, scattered pauses, joins its rooms with what
/// it has, sends again what was not answered, and asks whether somebody is there when it hears
/// nothing.
final class ChatClient {
  private static final Set<String> NOT_NOW = Set.of("unavailable", "overloaded", "rate_limited");
  private static final long ANSWERED_WITHIN = TimeUnit.SECONDS.toNanos(6);
  private static final long QUIET = TimeUnit.SECONDS.toNanos(5);
  private static final long DEAD = TimeUnit.SECONDS.toNanos(12);
  private static final int SHORTEST_PAUSE_MS = 100;
  private static final int LONGEST_PAUSE_MS = 2_000;
  private static final int UNANSWERED_AT_MOST = 4;

  private final Person person;
  private final Scene scene;
  private final Map<UUID, RoomSeen> rooms = new LinkedHashMap<>();
  private final Map<UUID, Send> unanswered = new ConcurrentHashMap<>();
  private final Set<RoomSeen> reload = ConcurrentHashMap.newKeySet();
  private volatile @Nullable Wire wire;
  private volatile boolean over;
  private volatile long openedAt;
  private volatile boolean whole;
  private int failures;

  /// What all clients of a run share.
  record Scene(
      Api api,
      Ledger ledger,
      Trouble trouble,
      Gaps shown,
      Samples rejoins,
      ScheduledExecutorService timer) {}

  ChatClient(Person person, Scene scene, Collection<UUID> rooms) {
    this.person = person;
    this.scene = scene;
    for (var room : rooms) {
      this.rooms.put(room, new RoomSeen(person.name(), room, scene.trouble()));
    }
  }

  Person person() {
    return person;
  }

  List<UUID> rooms() {
    return List.copyOf(rooms.keySet());
  }

  Collection<RoomSeen> seen() {
    return rooms.values();
  }

  boolean isWhole() {
    return whole;
  }

  /// Begins.
  void connect() {
    if (over) {
      return;
    }
    if (reload()) {
      var next = new Wire(this::take, this::lost);
      wire = next;
      next.open(scene.api(), person);
    } else {
      later(this::connect, LONGEST_PAUSE_MS);
    }
  }

  private void lost(Wire which) {
    if (wire != which || over) {
      return;
    }
    wire = null;
    whole = false;
    rooms.values().forEach(RoomSeen::left);
    scene.trouble().reconnect();
    int pause = Math.min(LONGEST_PAUSE_MS, SHORTEST_PAUSE_MS << Math.min(failures++, 10));
    later(this::connect, pause / 2 + ThreadLocalRandom.current().nextInt(pause));
  }

  private void later(Runnable task, int millis) {
    var _ = scene.timer().schedule(task, millis, TimeUnit.MILLISECONDS);
  }

  /// Ends for good.
  void close() {
    over = true;
    var last = wire;
    if (last != null) {
      last.end();
    }
  }

  /// Whether it has so many unanswered sends that it waits with the next.
  boolean isBusy() {
    return unanswered.size() >= UNANSWERED_AT_MOST;
  }

  /// Sends, now and until it is answered.
  void send(Send send) {
    unanswered.put(send.id(), send);
    attempt(send);
  }

  private void attempt(Send send) {
    String text = send.attempt(System.nanoTime());
    var open = wire;
    if (text != null && open != null) {
      open.send(Frames.send(send.room(), send.id(), text));
    }
  }

  void say(String frame) {
    var open = wire;
    if (open != null) {
      open.send(frame);
    }
  }

  /// From time to time: sends again, asks, gives a dead connection up.
  void look() {
    long now = System.nanoTime();
    var open = wire;
    if (open != null && now - open.heardAt() > DEAD) {
      open.end();
    } else if (open != null && now - open.heardAt() > QUIET) {
      open.send(Frames.ping());
    }
    for (var send : unanswered.values()) {
      if (now - send.triedAt() > ANSWERED_WITHIN) {
        attempt(send);
      }
    }
  }

  private void take(Wire from, JsonNode frame) {
    if (from != wire) {
      return;
    }
    switch (frame.path("type").asString()) {
      case "connection_established" -> greeted();
      case "joined" -> room(frame, seen -> seen.joined(frame.path("seq").asLong()));
      case "resync" -> resync(frame);
      case "error" -> error(frame);
      case "pong", "typing", "room_updated" -> {}
      default -> event(frame);
    }
    checkWhole();
  }

  private void greeted() {
    failures = 0;
    openedAt = System.nanoTime();
    rooms.values().forEach(seen -> say(Frames.join(seen.room(), seen.last())));
    unanswered.values().forEach(this::attempt);
  }

  private void room(JsonNode frame, java.util.function.Consumer<RoomSeen> then) {
    var seen = rooms.get(UUID.fromString(frame.path("room_id").asString()));
    if (seen != null) {
      then.accept(seen);
    }
  }

  private void event(JsonNode frame) {
    var own = unanswered.get(id(frame));
    long seq = frame.path("seq").asLong();
    room(
        frame,
        seen -> {
          if (seen.take(seq, Fingerprint.of(frame), frame.has("client_message_id"))) {
            scene.shown().beat(seen, System.nanoTime());
          }
        });
    if (own != null) {
      var message = UUID.fromString(frame.path("message_id").asString());
      answered(own, new Accepted(seq, message));
    }
  }

  private static UUID id(JsonNode frame) {
    String id = frame.path("client_message_id").asString("");
    return id.isEmpty() ? new UUID(0, 0) : UUID.fromString(id);
  }

  private void answered(Send send, Send.Told told) {
    unanswered.remove(send.id(), send);
    scene.ledger().tell(send, told);
  }

  private void error(JsonNode frame) {
    String code = frame.path("code").asString();
    int pause = 1000 * frame.path("retry_after").asInt(1);
    var own = unanswered.get(id(frame));
    if (own != null && NOT_NOW.contains(code)) {
      later(() -> attempt(own), pause / 2 + ThreadLocalRandom.current().nextInt(pause));
    } else if (own != null) {
      answered(own, new Refused(code));
    } else if (frame.has("room_id") && !frame.has("client_message_id")) {
      room(frame, seen -> joinLater(seen, code, pause));
    }
  }

  private void joinLater(RoomSeen seen, String code, int pause) {
    if (seen.isJoined()) {
      return;
    }
    if (!NOT_NOW.contains(code)) {
      scene
          .trouble()
          .add("%s may not join room %s: %s".formatted(person.name(), seen.room(), code));
    }
    later(
        () -> say(Frames.join(seen.room(), seen.last())),
        pause / 2 + ThreadLocalRandom.current().nextInt(pause));
  }

  /// So much was missed that it has to be fetched over REST, before the next connection.
  private void resync(JsonNode frame) {
    scene.trouble().resync();
    room(frame, reload::add);
    var open = wire;
    if (open != null) {
      open.end();
    }
  }

  private boolean reload() {
    try {
      for (var seen : List.copyOf(reload)) {
        Reload.room(scene.api(), person, seen);
        reload.remove(seen);
      }
      return true;
    } catch (IOException | IllegalStateException e) {
      return false;
    }
  }

  private void checkWhole() {
    if (!whole && rooms.values().stream().allMatch(RoomSeen::isWhole)) {
      whole = true;
      scene.rejoins().add(System.nanoTime() - openedAt);
    }
  }
}
