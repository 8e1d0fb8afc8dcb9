package io.parley.standalone;

import io.parley.schemas.Ids;
import io.parley.standalone.client.Parley;
import io.parley.standalone.client.Secrets;
import io.parley.standalone.client.VisitorSocket;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.UUID;

/// A public room in which people come, go, rename themselves and write, at random but the same
/// every time, and what should have become of it.
final class LivelyRoom implements AutoCloseable {
  private static final List<String> WORDS =
      List.of(
          "হ্যালো সবাই!", "سلام، خوبی؟", "hello", "👋🏽 😀👨‍👩‍👧‍👦", "a‌b‍c", "<b>x</b> & 'y'");
  private static final List<String> COLORS = List.of("red", "#0f0", "#00ffaa", "skyblue");

  private final Parley parley;
  private final Random random;
  private final String owner = Secrets.keep(UUID.randomUUID().toString());
  private final UUID id;
  private final Map<String, Someone> inside = new LinkedHashMap<>();
  private int visitors;
  private int messages;

  /// Somebody who is in, by so many sockets, the newest first.
  private record Someone(String session, Deque<VisitorSocket> sockets) {}

  LivelyRoom(Parley parley, long seed) {
    this.parley = parley;
    this.random = new Random(seed);
    var settings = Map.of("name", "প্রাণবন্ত", "max_users", 50, "session_id", owner);
    this.id = parley.nobody().post("/api/rooms/", settings).expect(201).id("id");
  }

  UUID id() {
    return id;
  }

  /// How many messages were written.
  int messages() {
    return messages;
  }

  /// Who should be in.
  List<UUID> members() {
    return inside.keySet().stream().map(Ids::visitor).toList();
  }

  /// Something happens.
  void step() {
    switch (random.nextInt(10)) {
      case 0, 1 -> come(Secrets.keep(UUID.randomUUID().toString()));
      case 2 -> comeAgain();
      case 3 -> rename();
      case 4 -> leave();
      case 5 -> change();
      case 6 -> writeOverRest();
      default -> write();
    }
  }

  private void come(String session) {
    String name = one(WORDS) + ++visitors;
    var socket = VisitorSocket.join(parley.port(), id, name, session);
    inside
        .computeIfAbsent(session, mine -> new Someone(mine, new ArrayDeque<>()))
        .sockets()
        .push(socket);
  }

  private void comeAgain() {
    anybody().ifPresent(someone -> come(someone.session()));
  }

  private Optional<Someone> anybody() {
    var all = List.copyOf(inside.values());
    return all.isEmpty() ? Optional.empty() : Optional.of(all.get(random.nextInt(all.size())));
  }

  private void rename() {
    var to = Map.of("username", one(WORDS) + " " + random.nextInt(100), "color", one(COLORS));
    anybody().ifPresent(someone -> someone.sockets().element().say("user_update", to));
  }

  private void leave() {
    anybody()
        .ifPresent(
            someone -> {
              someone.sockets().pop().leave();
              if (someone.sockets().isEmpty()) {
                inside.remove(someone.session());
              }
            });
  }

  private void change() {
    var settings =
        Map.of("description", one(WORDS), "max_users", 50 + random.nextInt(9), "session_id", owner);
    parley.nobody().patch("/api/rooms/" + id + "/", settings).expect(200);
  }

  private void write() {
    anybody()
        .ifPresent(
            someone -> {
              someone.sockets().element().write(one(WORDS));
              messages++;
            });
  }

  private void writeOverRest() {
    var user = Map.of("username", one(WORDS));
    var created = parley.nobody().post("/api/create-user/", user).expect(201);
    String session = Secrets.keep(created.text("session_id"));
    var message = Map.of("room_id", id, "content", one(WORDS), "session_id", session);
    parley.nobody().post("/api/messages/", message).expect(201);
    messages++;
  }

  private String one(List<String> of) {
    return of.get(random.nextInt(of.size()));
  }

  @Override
  public void close() {
    inside.values().forEach(someone -> someone.sockets().forEach(VisitorSocket::close));
  }
}
