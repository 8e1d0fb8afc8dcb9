package io.parley.command.shard;

import io.parley.command.publicroom.Presence;
import io.parley.schemas.event.Event;
import io.parley.schemas.event.PublicRoomEvent.ConnectionClosed;
import io.parley.schemas.event.PublicRoomEvent.PublicRoomDeleted;
import io.parley.schemas.event.PublicRoomEvent.VisitorJoined;
import io.parley.schemas.event.PublicRoomEvent.VisitorLeft;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Predicate;

/// Which connections each ws-delivery node has into the public rooms of one partition, folded from
/// the same events as the rooms.
final class Connections {
  private final Map<UUID, Set<Presence>> byNode = new HashMap<>();

  void evolve(Event event) {
    switch (event) {
      case VisitorJoined joined ->
          add(new Presence(joined.roomId(), joined.visitor().id(), joined.connection()));
      case VisitorLeft left ->
          remove(new Presence(left.roomId(), left.visitor().id(), left.connection()));
      case ConnectionClosed closed ->
          remove(new Presence(closed.roomId(), closed.visitorId(), closed.connection()));
      case PublicRoomDeleted deleted -> removeAllOf(deleted.roomId());
      default -> {}
    }
  }

  /// What was so when a room was encoded.
  void restore(List<Presence> presences) {
    presences.forEach(this::add);
  }

  private void add(Presence presence) {
    byNode
        .computeIfAbsent(presence.connection().nodeId(), _ -> new LinkedHashSet<>())
        .add(presence);
  }

  private void remove(Presence presence) {
    byNode.computeIfPresent(
        presence.connection().nodeId(),
        (_, node) -> node.remove(presence) && node.isEmpty() ? null : node);
  }

  private void removeAllOf(UUID roomId) {
    byNode.values().forEach(node -> node.removeIf(presence -> presence.roomId().equals(roomId)));
    byNode.values().removeIf(Set::isEmpty);
  }

  /// Connections of the nodes that this says are lost, the oldest of each node first; at most
  /// `max`.
  List<Presence> ofLost(Predicate<UUID> nodeIsLost, int max) {
    return byNode.entrySet().stream()
        .filter(node -> nodeIsLost.test(node.getKey()))
        .flatMap(node -> node.getValue().stream())
        .limit(max)
        .toList();
  }
}
