package io.parley.delivery;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/// The bounds of delivery.
///
/// @param queryUrl where query-service answers; `self` for the port of this very process
/// @param typingEndsAfter how long after the last sign somebody still types
/// @param typingRepeat a sign of typing is passed on again after this time at the earliest
/// @param tailSilence the tail of the log is cut off when no broker has answered it for that long
@ConfigurationProperties("parley.delivery")
public record DeliveryProperties(
    @DefaultValue("http://localhost:8082") String queryUrl,
    @DefaultValue("5s") Duration typingEndsAfter,
    @DefaultValue("2s") Duration typingRepeat,
    @DefaultValue("5s") Duration tailSilence,
    @DefaultValue Query query,
    @DefaultValue Sockets sockets,
    @DefaultValue Tickets tickets,
    @DefaultValue Rooms rooms,
    @DefaultValue PublicRooms publicRooms,
    @DefaultValue Outbox outbox,
    @DefaultValue Goodbye goodbye) {

  /// Asking query-service.
  ///
  /// @param connectTimeout for the connection
  /// @param timeout for the whole answer
  /// @param concurrent questions under way at once; others wait up to `timeout`
  /// @param guestPatience how long a guest session that nobody knows may be still on its way
  public record Query(
      @DefaultValue("1s") Duration connectTimeout,
      @DefaultValue("3s") Duration timeout,
      @DefaultValue("64") int concurrent,
      @DefaultValue("1s") Duration guestPatience) {}

  /// Sockets and what they may send.
  ///
  /// @param maxConnections connections of this process at once, sockets and requests
  /// @param perPerson sockets that one account or guest may have open on this node
  /// @param framesPerSecond frames that a socket may send in the long run
  /// @param frameBurst frames that it may send at once
  /// @param maxFrameBytes the longest frame from a client, in bytes of UTF-8
  /// @param authenticateWithin how long a socket may stay open without saying who it is
  /// @param pingEvery time between two pings
  /// @param silenceAtMost a peer that was not heard for that long is gone
  /// @param bufferBytes size of each of a socket's buffers, in bytes
  public record Sockets(
      @DefaultValue("16384") int maxConnections,
      @DefaultValue("20") int perPerson,
      @DefaultValue("50") int framesPerSecond,
      @DefaultValue("100") int frameBurst,
      @DefaultValue("65536") int maxFrameBytes,
      @DefaultValue("10s") Duration authenticateWithin,
      @DefaultValue("15s") Duration pingEvery,
      @DefaultValue("40s") Duration silenceAtMost,
      @DefaultValue("1024") int bufferBytes) {}

  /// One-time tickets that open sockets. Every node of the cluster keeps all that were not used.
  ///
  /// @param lifetime how long a ticket can be used
  /// @param atMost tickets that may wait to be used; with more, no new ones are made
  /// @param patience how long the log may take to bring back what was written for a ticket
  public record Tickets(
      @DefaultValue("30s") Duration lifetime,
      @DefaultValue("20000") int atMost,
      @DefaultValue("2s") Duration patience) {}

  /// Rooms that a socket joins.
  ///
  /// @param perSocket rooms joined at once
  /// @param missedAtMost events that a rejoining socket is sent; who missed more gets `resync`
  /// @param heldAtMost live frames held while the history is fetched
  /// @param pageSize events asked for at once
  public record Rooms(
      @DefaultValue("500") int perSocket,
      @DefaultValue("1000") int missedAtMost,
      @DefaultValue("400") int heldAtMost,
      @DefaultValue("200") int pageSize) {}

  /// Public rooms and their visitors' sockets.
  ///
  /// @param maxFrameBytes the longest frame from a visitor, in bytes of UTF-8
  /// @param framesPerSecond frames that a socket may send in the long run
  /// @param frameBurst frames that it may send at once
  /// @param heldAtMost events of a room that are held while a join is on its way
  /// @param listEvery a room's user list is shown to all at most once in this time
  /// @param listPerEntry and at most once in this time for each entry of all the lists that go
  ///   out, members x sockets here
  /// @param listAtMost but never waits longer than this
  /// @param aliveEvery time between two signs that this node lives
  /// @param leavesAtMost leaves that wait to be acknowledged
  /// @param leaveAgain a leave that was not acknowledged is sent again after this time, then
  ///   after twice the time, up to 16 times
  public record PublicRooms(
      @DefaultValue("262144") int maxFrameBytes,
      @DefaultValue("50") int framesPerSecond,
      @DefaultValue("300") int frameBurst,
      @DefaultValue("5000") int heldAtMost,
      @DefaultValue("100ms") Duration listEvery,
      @DefaultValue("8us") Duration listPerEntry,
      @DefaultValue("10s") Duration listAtMost,
      @DefaultValue("3s") Duration aliveEvery,
      @DefaultValue("100000") int leavesAtMost,
      @DefaultValue("500ms") Duration leaveAgain) {}

  /// How the sockets of a server that stops are told to come back elsewhere. The three times
  /// together are less than `spring.lifecycle.timeout-per-shutdown-phase`.
  ///
  /// @param perSecond sockets that are told in a second, so that they do not all come back in the
  ///     same moment
  /// @param within but all of them are told in this time
  /// @param answersWithin how long a socket that was told waits, after the last was, for what
  ///     became of its commands
  /// @param leavesWithin how long, after that, to wait for connections to close and for the public
  ///     rooms to know that their visitors left
  public record Goodbye(
      @DefaultValue("500") int perSecond,
      @DefaultValue("10s") Duration within,
      @DefaultValue("2s") Duration answersWithin,
      @DefaultValue("3s") Duration leavesWithin) {}

  /// What waits to be written to a socket; a socket that lets it grow beyond is closed.
  ///
  /// @param maxFrames frames that wait
  /// @param maxBytes their bytes of UTF-8
  /// @param batchFrames frames that go out in one write at most
  /// @param writeTimeout how long one write may take
  public record Outbox(
      @DefaultValue("1000") int maxFrames,
      @DefaultValue("4194304") int maxBytes,
      @DefaultValue("128") int batchFrames,
      @DefaultValue("10s") Duration writeTimeout) {}
}
