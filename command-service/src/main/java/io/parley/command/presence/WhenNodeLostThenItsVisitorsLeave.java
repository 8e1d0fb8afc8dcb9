package io.parley.command.presence;

import io.parley.command.publicroom.Presence;
import io.parley.command.shard.LostNodes;
import io.parley.edge.command.CommandGateway;
import io.parley.schemas.Ids;
import io.parley.schemas.command.Actor;
import io.parley.schemas.command.CommandEnvelope;
import io.parley.schemas.command.PublicRoomCommand.LeavePublicRoom;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executor;
import java.util.function.Function;
import java.util.function.Predicate;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Whoever is in a public room by a node that is lost is led out of it. The ids of the commands
/// come from the connections, so asking again changes nothing; what gets no answer is asked again
/// at the next sweep. A refusal is an answer.
public final class WhenNodeLostThenItsVisitorsLeave implements LostNodes {
  private static final Logger LOG = LoggerFactory.getLogger(WhenNodeLostThenItsVisitorsLeave.class);
  private static final Actor POLICY = new Actor.Policy("when_node_lost_then_its_visitors_leave");

  private final Predicate<UUID> nodeIsLost;
  private final Function<CommandEnvelope, ? extends CompletionStage<?>> send;
  private final Executor elsewhere;
  private final Set<Presence> underWay = ConcurrentHashMap.newKeySet();

  /// As this watch says, through this gateway, which may have to wait for Kafka.
  public WhenNodeLostThenItsVisitorsLeave(NodeWatch watch, CommandGateway gateway) {
    this(
        watch::isLost,
        command -> gateway.submit(command, null),
        leaving -> Thread.ofVirtual().name("lost-nodes").start(leaving));
  }

  WhenNodeLostThenItsVisitorsLeave(
      Predicate<UUID> nodeIsLost,
      Function<CommandEnvelope, ? extends CompletionStage<?>> send,
      Executor elsewhere) {
    this.nodeIsLost = nodeIsLost;
    this.send = send;
    this.elsewhere = elsewhere;
  }

  @Override
  public boolean isLost(UUID nodeId) {
    return nodeIsLost.test(nodeId);
  }

  @Override
  public void leftBehind(List<Presence> presences) {
    var fresh = presences.stream().filter(underWay::add).toList();
    if (!fresh.isEmpty()) {
      elsewhere.execute(() -> fresh.forEach(this::leave));
    }
  }

  private void leave(Presence presence) {
    var _ =
        send.apply(command(presence))
            .whenComplete(
                (_, failure) -> {
                  underWay.remove(presence);
                  if (failure != null) {
                    LOG.warn("A visitor of a lost node is still in: {}", failure.getMessage());
                  }
                });
  }

  static CommandEnvelope command(Presence presence) {
    var connectionId = presence.connection().connectionId();
    return new CommandEnvelope(
        Ids.derived(connectionId, "leave"),
        POLICY,
        new LeavePublicRoom(presence.roomId(), presence.visitorId(), connectionId));
  }
}
