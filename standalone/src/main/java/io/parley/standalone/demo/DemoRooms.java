package io.parley.standalone.demo;

import io.parley.edge.command.CommandGateway;
import io.parley.edge.problem.Problem;
import io.parley.schemas.Ids;
import io.parley.schemas.PublicRoomSettings;
import io.parley.schemas.command.Actor;
import io.parley.schemas.command.CommandEnvelope;
import io.parley.schemas.command.PublicRoomCommand.OpenPublicRoom;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletionException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;

/// Four public rooms to begin with, open before the standalone start is ready. Their ids are the
/// same everywhere and for ever; one that is there stays as it is.
final class DemoRooms implements ApplicationRunner {
  private static final Logger LOG = LoggerFactory.getLogger(DemoRooms.class);
  private static final Actor OPENER = new Actor.Policy("demo_rooms");

  /// Each try waits for the shards as long as a command may take.
  private static final int TRIES = 12;

  private static final List<PublicRoomSettings> ROOMS =
      List.of(
          room("সাধারণ আলোচনা", "সব বিষয় নিয়ে মুক্ত আলোচনা", 200),
          room("টেকনোলজি", "টেকনোলজি এবং প্রোগ্রামিং নিয়ে আলোচনা", 150),
          room("খেলাধুলা", "ক্রিকেট, ফুটবল সহ সব খেলাধুলা", 150),
          room("সিনেমা-গান", "সিনেমা, গান এবং বিনোদন", 150));

  private final CommandGateway gateway;

  DemoRooms(CommandGateway gateway) {
    this.gateway = gateway;
  }

  private static PublicRoomSettings room(String name, String description, int maxUsers) {
    return new PublicRoomSettings(name, description, true, maxUsers);
  }

  @Override
  public void run(ApplicationArguments arguments) {
    for (var room : ROOMS) {
      open(room);
    }
  }

  private void open(PublicRoomSettings room) {
    var id = Ids.publicRoom(named("room " + room.name()));
    var command = new CommandEnvelope(named("open " + id), OPENER, new OpenPublicRoom(id, room));
    for (int i = 0; i < TRIES; i++) {
      try {
        var _ = gateway.submit(command, null).join();
        return;
      } catch (CompletionException e) {
        if (!(e.getCause() instanceof Problem)) {
          throw e;
        }
        LOG.debug("The shards do not decide yet: {}", e.getCause().getMessage());
      }
    }
    LOG.warn("The demo room {} could not be opened", room.name());
  }

  private static UUID named(String name) {
    return UUID.nameUUIDFromBytes(name.getBytes(StandardCharsets.UTF_8));
  }
}
