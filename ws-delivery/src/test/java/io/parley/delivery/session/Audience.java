package io.parley.delivery.session;

import io.parley.edge.EdgeProperties;
import io.parley.edge.identity.Caller;
import io.parley.edge.identity.Identities;
import io.parley.schemas.signal.Signal;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;

/// People who are connected, for tests of what is shown to whom.
public final class Audience {
  private final Subscriptions subscriptions = new Subscriptions();
  private final People people = new People();
  private final List<Signal> signals = new ArrayList<>();

  /// The rooms that they joined.
  public Subscriptions subscriptions() {
    return subscriptions;
  }

  /// All of them.
  public People people() {
    return people;
  }

  /// Somebody connects, and joins these rooms, each at the end of its events.
  public RecordingOutlet connect(Caller caller, Map<UUID, Long> rooms) {
    var outlet = new RecordingOutlet();
    var empty = new RoomOfEvents(subscriptions);
    var properties = Bounds.with(Map.of());
    var identities =
        Identities.of(
            new EdgeProperties.Jwt("a key of the marketplace's tokens", null, Duration.ZERO));
    var services =
        new SessionServices(
            properties,
            people,
            subscriptions,
            new Authentication(new Admission(identities, empty, empty, properties)),
            new RoomJoin(empty, empty, properties),
            new Sending(_ -> new CompletableFuture<>()),
            signals::add);
    var session = new ChatSession(outlet, services, Instant::now);
    people.arrive(session);
    session.admit(caller);
    rooms.forEach(
        (room, seq) -> {
          session.text("{\"type\":\"join_room\",\"room_id\":\"%s\"}".formatted(room));
          subscriptions.of(room).forEach(subscription -> subscription.goLive(seq));
        });
    outlet.take();
    return outlet;
  }
}
