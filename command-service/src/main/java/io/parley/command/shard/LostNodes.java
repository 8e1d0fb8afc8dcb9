package io.parley.command.shard;

import io.parley.command.publicroom.Presence;
import java.util.List;
import java.util.UUID;

/// What the shards tell of the visitors whom a dead ws-delivery node left behind, and to whom.
/// Asked on the shards' own thread: nothing here may wait.
public interface LostNodes {
  /// Whether this node is lost now.
  boolean isLost(UUID nodeId);

  /// These are in rooms by nodes that are lost. Told again every second as long as they are.
  void leftBehind(List<Presence> presences);
}
