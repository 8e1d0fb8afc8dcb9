package io.parley.command.shard;

import io.parley.command.shard.Turn.Asked;
import io.parley.command.shard.Written.Told;
import io.parley.schemas.reply.Refusal;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;

/// A shard as the tests run it: the real one, or one with a fault that they have to find.
interface Decider {
  Told handle(Asked asked);

  void replay(Written event);

  long nextCommandOffset();

  /// The real one.
  final class Real implements Decider {
    final Shard shard;

    Real() {
      this(Shards.inHeap());
    }

    Real(Shard shard) {
      this.shard = shard;
    }

    @Override
    public Told handle(Asked asked) {
      return Written.told(shard.handle(asked.offset(), asked.time(), asked.command()));
    }

    @Override
    public void replay(Written event) {
      shard.replay(event.event(), event.value());
    }

    @Override
    public long nextCommandOffset() {
      return shard.nextCommandOffset();
    }
  }

  /// Remembers refusals for ten minutes, as it does what it accepted; but the log cannot give them
  /// back to the shard that follows it.
  final class RemembersRefusals implements Decider {
    private final Real real;
    private final Map<UUID, Refused> refused = new HashMap<>();

    RemembersRefusals(Shard shard) {
      this.real = new Real(shard);
    }

    private record Refused(Told told, Instant time) {}

    @Override
    public Told handle(Asked asked) {
      var id = asked.command().commandId();
      var known = refused.get(id);
      if (known != null
          && Duration.between(known.time, asked.time()).compareTo(Memory.REMEMBERED_FOR) <= 0) {
        return known.told;
      }
      var told = real.handle(asked);
      if (told.how() instanceof Refusal) {
        refused.put(id, new Refused(told, asked.time()));
      }
      return told;
    }

    @Override
    public void replay(Written event) {
      real.replay(event);
    }

    @Override
    public long nextCommandOffset() {
      return real.nextCommandOffset();
    }
  }
}
