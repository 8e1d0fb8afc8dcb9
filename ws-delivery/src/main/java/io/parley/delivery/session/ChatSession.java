package io.parley.delivery.session;

import io.github.bucket4j.Bucket;
import io.parley.delivery.DeliveryProperties;
import io.parley.delivery.frame.Outgoing;
import io.parley.edge.identity.Caller;
import io.parley.schemas.Side;
import io.parley.schemas.frame.ClientFrame;
import io.parley.schemas.frame.ClientFrame.Authenticate;
import io.parley.schemas.frame.ServerFrame;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// One client's connection: what it says comes in by [#text(String)], in order and on one thread;
/// what it is shown goes out by its [Outlet], from any thread.
public final class ChatSession implements SocketSession {
  private static final Logger log = LoggerFactory.getLogger(ChatSession.class);

  private final Outlet outlet;
  private final SessionServices services;
  private final DeliveryProperties.Sockets bounds;
  private final InstantSource clock;
  private final Bucket rate;
  private final JoinedRooms rooms;
  private final TypingSigns typing;
  private final Instant openedAt;
  private final Heartbeat heartbeat;
  private volatile boolean over;
  private volatile @Nullable Me me;

  ChatSession(Outlet outlet, SessionServices services, InstantSource clock) {
    this.outlet = outlet;
    this.services = services;
    this.bounds = services.properties().sockets();
    this.clock = clock;
    this.rate =
        Bucket.builder()
            .addLimit(
                limit ->
                    limit
                        .capacity(bounds.frameBurst())
                        .refillGreedy(bounds.framesPerSecond(), Duration.ofSeconds(1)))
            .build();
    this.rooms = new JoinedRooms(services.subscriptions());
    this.typing = new TypingSigns(services.signals(), services.properties().typingRepeat());
    this.openedAt = clock.instant();
    this.heartbeat = new Heartbeat(bounds, openedAt);
  }

  /// The client is known: greets it, unless its person has too many sockets here already.
  public void admit(Caller caller) {
    var known = Me.of(caller);
    var people = services.people();
    if (!people.enter(known.key(), this, bounds.perPerson())) {
      outlet.send(Errors.of("too_many_connections", "Too many sockets of one person."));
      outlet.close(Closing.TOO_MANY);
      return;
    }
    known.vendor().ifPresent(vendor -> people.enter(vendor, this, Integer.MAX_VALUE));
    me = known;
    if (over) {
      people.leave(known.keys(), this);
    }
    outlet.send(Outgoing.of(known.greeting()));
  }

  /// A text frame has come in.
  @Override
  public void text(String text) {
    heard();
    if (!outlet.awaitRoom()) {
      return;
    }
    var read = FrameReader.read(text);
    var probe = rate.tryConsumeAndReturnRemaining(1);
    if (!probe.isConsumed()) {
      long seconds = TimeUnit.NANOSECONDS.toSeconds(probe.getNanosToWaitForRefill()) + 1;
      outlet.send(Errors.rateLimited(read, (int) seconds));
      return;
    }
    switch (read) {
      case FrameReader.Read.Understood(var frame) -> handle(frame);
      case FrameReader.Read.NotUnderstood(var error) -> outlet.send(error);
    }
    heard();
  }

  private void handle(ClientFrame frame) {
    try {
      var known = me;
      if (frame instanceof Authenticate credentials) {
        services.authentication().authenticate(this, known, outlet, credentials);
      } else if (known == null) {
        outlet.send(Errors.of("not_authenticated", "Say who you are first."));
      } else {
        handle(known, frame);
      }
    } catch (RuntimeException e) {
      log.error("A frame was not handled", e);
      outlet.send(Errors.of("internal_error", "Something went wrong on our side."));
    }
  }

  private void handle(Me known, ClientFrame frame) {
    switch (frame) {
      case Authenticate _ -> {}
      case ClientFrame.JoinRoom join -> services.join().join(known, outlet, rooms, join);
      case ClientFrame.LeaveRoom leave -> leave(leave.roomId());
      case ClientFrame.SendMessage message -> {
        typing.end(message.roomId());
        services.sending().send(known, outlet, rooms, message);
      }
      case ClientFrame.MarkRead read -> services.sending().markRead(known, outlet, read);
      case ClientFrame.Typing sign -> typing(known, sign);
      case ClientFrame.Ping _ -> outlet.send(Outgoing.of(new ServerFrame.Pong()));
    }
  }

  private void leave(UUID room) {
    typing.end(room);
    rooms.leave(room);
  }

  private void typing(Me known, ClientFrame.Typing sign) {
    if (rooms.of(sign.roomId()).isEmpty()) {
      outlet.send(Errors.ofRoom("not_joined", "Join the room first.", sign.roomId()));
      return;
    }
    if (known.isUnseen()) {
      return;
    }
    typing.sign(sign.roomId(), known.person(), sign.isTyping(), clock.instant());
    if (over) {
      typing.endAll();
    }
  }

  /// The client has brought a fresh token.
  void renew(Me renewed) {
    me = renewed;
    outlet.send(Outgoing.of(renewed.greeting()));
  }

  /// The client has given a sign of life.
  @Override
  public void heard() {
    heartbeat.heard(clock.instant());
  }

  /// Looks whether it is time for a ping or for the end.
  @Override
  public void tick(Instant now) {
    var known = me;
    if (known == null && !now.isBefore(openedAt.plus(bounds.authenticateWithin()))) {
      outlet.close(Closing.NOT_AUTHENTICATED);
    } else if (known != null && known.isExpired(now)) {
      outlet.close(Closing.NOT_AUTHENTICATED);
    } else {
      heartbeat.tick(now, outlet);
    }
  }

  /// Whether this socket sees the room's own frames.
  public boolean isIn(UUID room) {
    return rooms.of(room).isPresent();
  }

  /// The side from which this client sees a room whose events concern `audience`.
  public Side sideAmong(List<String> audience) {
    var known = me;
    return known == null ? Side.BUYER : known.sideAmong(audience);
  }

  /// Shows something about a room that was not joined.
  public void show(Outgoing frame) {
    outlet.send(frame);
  }

  /// How many rooms it has joined.
  public int rooms() {
    return rooms.size();
  }

  /// Closes the connection.
  @Override
  public void close(Closing reason) {
    outlet.close(reason);
  }

  @Override
  public void retire(Closing reason) {
    outlet.closeOnceAnswered(reason);
  }

  /// The connection is closed, or about to be: nothing is shown to it any more.
  @Override
  public void closed() {
    over = true;
    rooms.leaveAll();
    typing.endAll();
    var known = me;
    services.people().leave(known == null ? List.of() : known.keys(), this);
  }
}
