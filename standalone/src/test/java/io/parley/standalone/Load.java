package io.parley.standalone;

import static org.awaitility.Awaitility.await;

import io.parley.standalone.client.ChatSocket;
import io.parley.standalone.client.Client;
import io.parley.standalone.client.Parley;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.UUID;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.jspecify.annotations.Nullable;

/// Buyers who write over HTTP and vendors who write over sockets, each one message after the
/// other. A message that was not acknowledged is sent again, with the same id, until it is.
final class Load implements AutoCloseable {
  private static final int BUYERS = 10;
  private static final Duration PATIENCE = Duration.ofMinutes(3);

  private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
  private final Queue<Acknowledged> acknowledged = new ConcurrentLinkedQueue<>();
  private final List<Future<?>> writing = new ArrayList<>();
  private volatile boolean over;

  /// What somebody was told of its message.
  record Acknowledged(UUID room, UUID commandId, UUID messageId, long seq, String content) {}

  /// Something that sends one message and answers once it was told what became of it.
  interface Way {
    Acknowledged send(UUID room, UUID id, String content);
  }

  /// Begins: each buyer talks with both vendors.
  Load(Parley parley) {
    var vendors = List.of(parley.vendor(), parley.vendor());
    Map<Client, List<UUID>> rooms = new java.util.HashMap<>();
    for (int i = 0; i < BUYERS; i++) {
      var buyer = parley.buyer();
      for (var vendor : vendors) {
        UUID room = buyer.start(vendor, 101).expect(201).id("room_id");
        rooms.computeIfAbsent(buyer, _ -> new ArrayList<>()).add(room);
        rooms.computeIfAbsent(vendor, _ -> new ArrayList<>()).add(room);
      }
    }
    rooms.forEach((client, theirs) -> write(client, theirs, vendors.contains(client)));
  }

  private void write(Client client, List<UUID> rooms, boolean bySocket) {
    Way way = bySocket ? new BySocket(client) : new ByHttp(client);
    writing.add(threads.submit(() -> write("writer-" + client.id(), rooms, way)));
  }

  private void write(String name, List<UUID> rooms, Way way) {
    for (int number = 1; !over; number++) {
      UUID room = rooms.get(number % rooms.size());
      acknowledged.add(sendUntilAcknowledged(way, room, name + " " + number));
    }
  }

  private static Acknowledged sendUntilAcknowledged(Way way, UUID room, String content) {
    UUID id = UUID.randomUUID();
    return await()
        .atMost(PATIENCE)
        .pollDelay(Duration.ZERO)
        .pollInterval(Duration.ofMillis(100))
        .ignoreExceptionsMatching(_ -> true)
        .until(() -> way.send(room, id, content), _ -> true);
  }

  /// Goes on until so many more messages are acknowledged.
  void awaitMore(int messages) {
    int target = acknowledged.size() + messages;
    await().atMost(PATIENCE).until(() -> acknowledged.size() >= target);
  }

  /// Ends when everything that was begun is acknowledged.
  List<Acknowledged> finish() throws Exception {
    over = true;
    for (var one : writing) {
      one.get();
    }
    return List.copyOf(acknowledged);
  }

  @Override
  public void close() {
    over = true;
    threads.shutdownNow();
  }

  private record ByHttp(Client client) implements Way {
    @Override
    public Acknowledged send(UUID room, UUID id, String content) {
      var body = Map.of("content", content, "client_message_id", id);
      var message = client.post("/rooms/" + room + "/messages/", body).expect(201);
      return new Acknowledged(room, id, message.id("id"), message.number("seq"), content);
    }
  }

  private static final class BySocket implements Way {
    private final Client client;
    private @Nullable ChatSocket socket;

    BySocket(Client client) {
      this.client = client;
    }

    @Override
    public Acknowledged send(UUID room, UUID id, String content) {
      var open = socket;
      if (open == null || !open.isOpen()) {
        open = client.connect();
        socket = open;
      }
      open.say("send_message", room, "content", content, "client_message_id", id.toString());
      var frame = open.next();
      while (!id.toString().equals(frame.path("client_message_id").asString(""))) {
        frame = open.next();
      }
      UUID message = UUID.fromString(frame.path("message_id").asString());
      return new Acknowledged(room, id, message, frame.path("seq").asLong(), content);
    }
  }
}
