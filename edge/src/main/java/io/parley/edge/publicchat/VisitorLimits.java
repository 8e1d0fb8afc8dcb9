package io.parley.edge.publicchat;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.github.bucket4j.Bucket;
import java.time.Duration;
import java.util.OptionalInt;
import java.util.concurrent.TimeUnit;

/// How often one session, and one address, may do something on this node. A session that is over
/// its limit does not use up its address's.
public final class VisitorLimits {
  /// For who has no session yet: only the address counts.
  public static final String ANYBODY = "";

  private static final Duration FORGOTTEN_AFTER = Duration.ofMinutes(30);

  private final Limit messages;
  private final Limit joins;
  private final Limit rooms;

  /// With these bounds.
  public VisitorLimits(PublicChatProperties.Limits limits) {
    var session = limits.session();
    var address = limits.address();
    messages = new Limit(limits.keys(), session.messages(), address.messages());
    joins = new Limit(limits.keys(), session.joins(), address.joins());
    rooms = new Limit(limits.keys(), session.rooms(), address.rooms());
  }

  /// A message: empty when it may be written, else in how many seconds it may.
  public OptionalInt message(String session, String address) {
    return messages.take(session, address);
  }

  /// Coming into a room, or becoming a user.
  public OptionalInt join(String session, String address) {
    return joins.take(session, address);
  }

  /// Opening a room.
  public OptionalInt openRoom(String session, String address) {
    return rooms.take(session, address);
  }

  private static final class Limit {
    private final Rate ofSession;
    private final Rate ofAddress;
    private final Cache<String, Bucket> sessions;
    private final Cache<String, Bucket> addresses;

    Limit(int keys, Rate ofSession, Rate ofAddress) {
      this.ofSession = ofSession;
      this.ofAddress = ofAddress;
      this.sessions = cache(keys);
      this.addresses = cache(keys);
    }

    private static Cache<String, Bucket> cache(int keys) {
      return Caffeine.newBuilder().maximumSize(keys).expireAfterAccess(FORGOTTEN_AFTER).build();
    }

    OptionalInt take(String session, String address) {
      if (!session.equals(ANYBODY)) {
        var waits = take(sessions.get(session, _ -> bucket(ofSession)));
        if (waits.isPresent()) {
          return waits;
        }
      }
      return take(addresses.get(address, _ -> bucket(ofAddress)));
    }

    private static OptionalInt take(Bucket bucket) {
      var probe = bucket.tryConsumeAndReturnRemaining(1);
      if (probe.isConsumed()) {
        return OptionalInt.empty();
      }
      long seconds = TimeUnit.NANOSECONDS.toSeconds(probe.getNanosToWaitForRefill()) + 1;
      return OptionalInt.of(Math.toIntExact(seconds));
    }

    private static Bucket bucket(Rate rate) {
      return Bucket.builder()
          .addLimit(limit -> limit.capacity(rate.burst()).refillGreedy(1, rate.oneMoreEvery()))
          .build();
    }
  }
}
