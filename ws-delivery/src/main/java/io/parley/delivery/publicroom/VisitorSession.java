package io.parley.delivery.publicroom;

import io.github.bucket4j.Bucket;
import io.parley.delivery.frame.Outgoing;
import io.parley.delivery.session.Closing;
import io.parley.delivery.session.Heartbeat;
import io.parley.delivery.session.Outlet;
import io.parley.delivery.session.SocketSession;
import io.parley.edge.publicchat.Language;
import io.parley.edge.publicchat.Text;
import io.parley.schemas.signal.Signal;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tools.jackson.databind.JsonNode;

/// One visitor's socket: it enters its room when it opens, and leaves it when it closes, however
/// that comes about.
public final class VisitorSession implements SocketSession {
  private static final Logger log = LoggerFactory.getLogger(VisitorSession.class);

  private final Outlet outlet;
  private final Visit visit;
  private final VisitorServices services;
  private final Consumer<VisitorSession> onClosed;
  private final Heartbeat heartbeat;
  private final Bucket rate;
  private final TypingSigns typing;
  private volatile @Nullable Stay stay;
  private boolean over;

  VisitorSession(
      Outlet outlet, Visit visit, VisitorServices services, Consumer<VisitorSession> onClosed) {
    this.outlet = outlet;
    this.visit = visit;
    this.services = services;
    this.onClosed = onClosed;
    var properties = services.properties();
    var bounds = properties.publicRooms();
    this.heartbeat = new Heartbeat(properties.sockets(), Instant.now());
    this.rate =
        Bucket.builder()
            .addLimit(
                limit ->
                    limit
                        .capacity(bounds.frameBurst())
                        .refillGreedy(bounds.framesPerSecond(), Duration.ofSeconds(1)))
            .build();
    this.typing = new TypingSigns(properties.typingRepeat());
  }

  /// The socket is open: enters the room, or says why not. Blocks until it is known, bounded.
  public void opened() {
    switch (visit) {
      case Visit.Mistaken mistaken ->
          refuse(Frames.error(mistaken.code(), mistaken.message(), null), Closing.BAD_REQUEST);
      case Visit.Welcome welcome -> arrive(welcome);
    }
  }

  private void arrive(Visit.Welcome welcome) {
    var wait = services.limits().join(welcome.session(), welcome.address());
    if (wait.isPresent()) {
      refuse(Refusals.rateLimited(language(), wait.getAsInt()), Closing.RATE_LIMITED);
      return;
    }
    int atMost = services.properties().sockets().perPerson();
    if (!services.perVisitor().enter(welcome.visitor().id(), atMost)) {
      refuse(
          Frames.error("too_many_connections", Text.TOO_MANY_CONNECTIONS.in(language()), null),
          Closing.TOO_MANY_CONNECTIONS);
      return;
    }
    var begun = new Stay(welcome, outlet, services);
    if (begin(begun)) {
      begun.enter();
    } else {
      begun.end();
    }
  }

  private synchronized boolean begin(Stay begun) {
    stay = over ? null : begun;
    return !over;
  }

  private void refuse(Outgoing error, Closing closing) {
    outlet.send(error);
    outlet.close(closing);
  }

  private Language language() {
    return visit.language();
  }

  @Override
  public void text(String text) {
    heard();
    var present = stay;
    if (present == null || !outlet.awaitRoom()) {
      return;
    }
    var probe = rate.tryConsumeAndReturnRemaining(1);
    if (!probe.isConsumed()) {
      long seconds = TimeUnit.NANOSECONDS.toSeconds(probe.getNanosToWaitForRefill()) + 1;
      outlet.send(Refusals.rateLimited(language(), (int) seconds));
      return;
    }
    try {
      handle(present, VisitorFrame.of(text));
    } catch (RuntimeException e) {
      log.error("A visitor's frame was not handled", e);
      outlet.send(Refusals.unavailable(language()));
    }
    heard();
  }

  private void handle(Stay present, VisitorFrame frame) {
    var sending = services.sending();
    switch (frame) {
      case VisitorFrame.Message(var content) ->
          sending.message(present.visit(), present.visitor(), outlet, content);
      case VisitorFrame.Typing(var sign) -> typing(present, sign);
      case VisitorFrame.Update update ->
          sending
              .update(present.visit(), present.visitor(), outlet, update)
              .ifPresent(present::called);
      case VisitorFrame.Nothing _ -> {}
      case VisitorFrame.NoJson _ ->
          outlet.send(Frames.error("invalid_json", Text.INVALID_JSON.in(language()), null));
      case VisitorFrame.WrongType(var words) ->
          outlet.send(Frames.error("invalid_frame", Text.SERVER_ERROR.in(language(), words), null));
    }
  }

  private void typing(Stay present, JsonNode sign) {
    if (typing.isNews(sign, Instant.now())) {
      services
          .signals()
          .publish(new Signal.VisitorTyping(present.visit().roomId(), present.visitor(), sign));
    }
  }

  @Override
  public void heard() {
    heartbeat.heard(Instant.now());
  }

  @Override
  public void tick(Instant now) {
    heartbeat.tick(now, outlet);
  }

  @Override
  public void close(Closing reason) {
    outlet.close(reason);
  }

  @Override
  public void retire(Closing reason) {
    outlet.closeOnceAnswered(reason);
  }

  @Override
  public void closed() {
    var present = end();
    if (present != null) {
      present.end();
    }
    onClosed.accept(this);
  }

  private synchronized @Nullable Stay end() {
    over = true;
    return stay;
  }
}
