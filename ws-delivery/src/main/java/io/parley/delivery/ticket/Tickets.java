package io.parley.delivery.ticket;

import io.parley.delivery.DeliveryProperties;
import io.parley.delivery.session.Signals;
import io.parley.edge.identity.Caller;
import io.parley.edge.identity.InvalidCredentials;
import io.parley.edge.problem.Problem;
import io.parley.schemas.Json;
import io.parley.schemas.frame.ClientFrame.Authenticate;
import io.parley.schemas.signal.Signal.TicketIssued;
import io.parley.schemas.signal.Signal.TicketUsed;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.springframework.stereotype.Component;

/// Tickets that open a socket once, on any node. Making one and using one are records on
/// `chat.signals`, and count when this node reads them there: their order decides.
///
/// When the log does not bring them back in time, both are the [Problem] 503 `unavailable`.
@Component
public final class Tickets {
  private final Signals signals;
  private final DeliveryProperties.Tickets bounds;
  private final TicketBook book;
  private final Map<String, CompletableFuture<Boolean>> made = new ConcurrentHashMap<>();
  private final Map<UUID, CompletableFuture<Optional<String>>> uses = new ConcurrentHashMap<>();

  /// Writes to these signals.
  public Tickets(Signals signals, DeliveryProperties properties) {
    this.signals = signals;
    this.bounds = properties.tickets();
    this.book = new TicketBook(bounds.lifetime(), bounds.atMost());
  }

  /// What opens a socket, and until when.
  public record Ticket(String ticket, Instant expiresAt) {}

  /// A new ticket for whoever this is; returns when all nodes can know it. The [Problem] 503
  /// `overloaded` when there are too many.
  public Ticket issue(Caller caller) {
    var secret = TicketSecret.random();
    var expiresAt = Clock.systemUTC().instant().plus(bounds.lifetime());
    var credentials = new Authenticate(caller.token(), caller.guestSession());
    String sealed = secret.seal(Json.mapper().writeValueAsBytes(credentials));
    String id = secret.id();
    if (!await(made, id, () -> signals.publish(new TicketIssued(id, sealed)))) {
      throw Problem.unavailable("overloaded", "Too many sockets are opened just now.", 5);
    }
    return new Ticket(secret.text(), expiresAt.truncatedTo(ChronoUnit.MILLIS));
  }

  /// Uses a ticket up: the credentials that it was made for. Throws [InvalidCredentials] when it
  /// is none, has been used or has ended.
  public Authenticate use(String ticket) {
    var secret = TicketSecret.of(ticket);
    var attempt = UUID.randomUUID();
    var sealed =
        await(uses, attempt, () -> signals.publish(new TicketUsed(secret.id(), attempt)))
            .orElseThrow(() -> new InvalidCredentials("This ticket was used, or has ended."));
    return Json.mapper().readValue(secret.open(sealed), Authenticate.class);
  }

  private <K, V> V await(Map<K, CompletableFuture<V>> waiting, K key, Runnable publish) {
    var answer = new CompletableFuture<V>();
    waiting.put(key, answer);
    try {
      publish.run();
      return answer.get(bounds.patience().toMillis(), TimeUnit.MILLISECONDS);
    } catch (TimeoutException | ExecutionException e) {
      throw Problem.unavailable("unavailable", "Tickets cannot be had for the moment.", 1);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw Problem.unavailable("unavailable", "Interrupted.", 1);
    } finally {
      waiting.remove(key);
    }
  }

  /// The log says that a ticket was made.
  public synchronized void take(TicketIssued issued) {
    boolean kept = book.issued(issued.ticketId(), issued.sealed(), System.nanoTime());
    var waiting = made.get(issued.ticketId());
    if (waiting != null) {
      waiting.complete(kept);
    }
  }

  /// The log says that a ticket is used.
  public synchronized void take(TicketUsed used) {
    var sealed = book.used(used.ticketId(), System.nanoTime());
    var waiting = uses.get(used.attempt());
    if (waiting != null) {
      waiting.complete(sealed);
    }
  }

  /// Records were missed: no ticket is sure to be unused.
  public synchronized void missedSome() {
    book.forgetAll();
  }
}
