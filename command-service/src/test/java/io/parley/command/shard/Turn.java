package io.parley.command.shard;

import io.parley.command.People;
import io.parley.command.Story;
import io.parley.schemas.Ids;
import io.parley.schemas.MessageType;
import io.parley.schemas.command.Actor;
import io.parley.schemas.command.Command;
import io.parley.schemas.command.CommandEnvelope;
import io.parley.schemas.command.GuestCommand.ClaimGuestRoom;
import io.parley.schemas.command.GuestCommand.ConfirmGuestRoom;
import io.parley.schemas.command.GuestCommand.LinkGuestSession;
import io.parley.schemas.command.GuestCommand.OpenGuestSession;
import io.parley.schemas.command.RoomCommand.ArchiveConversation;
import io.parley.schemas.command.RoomCommand.AttachParticipant;
import io.parley.schemas.command.RoomCommand.CloseReports;
import io.parley.schemas.command.RoomCommand.DeleteMessage;
import io.parley.schemas.command.RoomCommand.EditMessage;
import io.parley.schemas.command.RoomCommand.ForwardConversation;
import io.parley.schemas.command.RoomCommand.MarkRead;
import io.parley.schemas.command.RoomCommand.ReportConversation;
import io.parley.schemas.command.RoomCommand.SendMessage;
import io.parley.schemas.command.RoomCommand.StartConversation;
import io.parley.schemas.command.RoomCommand.UnarchiveConversation;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.RandomDistribution;
import net.jqwik.api.Tuple;

/// One command of a random history, as numbers that a counterexample can be shrunk by: who asks
/// for what, where, about which message, under which id (half of them used more than once), and
/// how long after the command before.
record Turn(int who, int what, int where, int about, int id, int pause) {
  private static final int MARKETPLACE = 17;
  static final int WHATS = MARKETPLACE + PublicTurn.WHATS;

  private static final int REUSED_IDS = 6;
  private static final int VENDOR = 2;
  private static final List<Duration> PAUSES =
      List.of(
          Duration.ZERO,
          Duration.ofMillis(1),
          Duration.ofSeconds(20),
          Duration.ofMinutes(4),
          Duration.ofMinutes(10),
          Duration.ofMinutes(10).plusMillis(1),
          Duration.ofSeconds(-3));
  private static final List<Actor> PEOPLE =
      List.of(
          People.SARA,
          People.GUEST,
          People.ALI,
          People.REZA,
          People.ADMIN,
          People.NASRIN,
          People.COMPETITOR);
  private static final List<Actor> BUYERS = List.of(People.SARA, People.GUEST, People.NASRIN);
  private static final UUID GUEST_ID = People.GUEST.guestId();

  /// Histories of up to that many commands.
  static Arbitrary<List<Turn>> histories(int maxLength) {
    return Combinators.combine(
            Arbitraries.integers().between(0, PEOPLE.size() - 1),
            Arbitraries.integers().between(0, WHATS - 1),
            Arbitraries.integers().between(0, BUYERS.size() - 1),
            Arbitraries.integers().between(0, 9),
            Arbitraries.integers().between(0, 2 * REUSED_IDS - 1),
            pauses())
        .as(Turn::new)
        .withoutEdgeCases()
        .list()
        .ofMaxSize(maxLength)
        .withSizeDistribution(RandomDistribution.uniform());
  }

  /// Histories of as many commands, in which nearly everything happens that is asked for: three
  /// rooms are opened, and the vendor writes in them.
  static Arbitrary<List<Turn>> livelyHistories(int maxLength) {
    return Combinators.combine(
            Arbitraries.frequency(Tuple.of(1, 0), Tuple.of(4, 2)),
            Arbitraries.integers().between(0, BUYERS.size() - 1),
            Arbitraries.integers().between(0, 9))
        .as((what, where, about) -> new Turn(VENDOR, what, where, about, REUSED_IDS, 1))
        .withoutEdgeCases()
        .list()
        .ofMaxSize(maxLength)
        .withSizeDistribution(RandomDistribution.uniform());
  }

  /// The buyer of one of the rooms opens it.
  static Turn opens(int where) {
    return new Turn(VENDOR, 0, where, 0, REUSED_IDS, 1);
  }

  /// The vendor writes in one of the rooms.
  static Turn saysIn(int where) {
    return new Turn(VENDOR, 2, where, 0, REUSED_IDS, 1);
  }

  /// Most commands follow one another within seconds, as what is remembered for ten minutes must
  /// have a chance to matter.
  private static Arbitrary<Integer> pauses() {
    return Arbitraries.frequency(
        Tuple.of(6, 0),
        Tuple.of(3, 1),
        Tuple.of(3, 2),
        Tuple.of(1, 3),
        Tuple.of(1, 4),
        Tuple.of(1, 5),
        Tuple.of(1, 6));
  }

  /// The commands as they stand in the partition, which has other records between them.
  static List<Asked> asked(List<Turn> turns) {
    var commands = new ArrayList<Asked>();
    var time = Story.NINE;
    for (int i = 0; i < turns.size(); i++) {
      time = time.plus(PAUSES.get(turns.get(i).pause));
      commands.add(new Asked(2L * i + 1, time, turns.get(i).envelope(i)));
    }
    return commands;
  }

  /// A record of the commands' partition.
  record Asked(long offset, Instant time, CommandEnvelope command) {}

  private CommandEnvelope envelope(int place) {
    var commandId = id < REUSED_IDS ? new UUID(0x8077, id) : new UUID(0x8099, place);
    var envelope = new CommandEnvelope(commandId, actor(), command());
    return CommandEnvelope.fromBytes(envelope.toBytes());
  }

  private Actor actor() {
    if (what >= MARKETPLACE) {
      return PublicTurn.visitor(who);
    }
    return switch (what) {
      case 0, 1 -> BUYERS.get(where);
      case 10, 11, 16 -> who == 0 ? People.SARA : People.POLICY;
      case 12, 13, 14 -> People.GUEST;
      default -> PEOPLE.get(who);
    };
  }

  private Command command() {
    if (what >= MARKETPLACE) {
      return PublicTurn.command(what - MARKETPLACE, who, where, about);
    }
    var room = room(BUYERS.get(where));
    var message = Ids.event(room, about + 1);
    return switch (what) {
      case 0, 1 -> new StartConversation(room, People.SHOP, People.SAFFRON);
      case 2, 3, 4 -> new SendMessage(room, "پیام " + about % 3, MessageType.TEXT, null);
      case 5 -> new EditMessage(room, message, "بهتر 🙂 " + who % 2);
      case 6 -> new DeleteMessage(room, message);
      case 7 -> new MarkRead(room, about == 0 ? null : Long.valueOf(about));
      case 8 -> report(room, message);
      case 9 -> new UnarchiveConversation(room);
      case 10 ->
          new AttachParticipant(room, GUEST_ID, People.SARA.accountId(), People.SARA.username());
      case 11 -> new ForwardConversation(room, room(People.GUEST));
      case 12 -> new OpenGuestSession(GUEST_ID, "guest " + about % 2);
      case 13, 14 -> new ClaimGuestRoom(GUEST_ID, room, People.SHOP, People.SAFFRON.id());
      case 15 -> new LinkGuestSession(GUEST_ID);
      default -> new ConfirmGuestRoom(GUEST_ID, room, People.SHOP, People.SAFFRON.id());
    };
  }

  private Command report(UUID room, UUID message) {
    return switch (about % 4) {
      case 0 -> new ArchiveConversation(room);
      case 1 -> new CloseReports(room);
      case 2 -> new ReportConversation(room, "گزارش", null);
      default -> new ReportConversation(room, "🙂", message);
    };
  }

  private static UUID room(Actor buyer) {
    return Ids.room(buyer.key(), People.SHOP.value(), People.SAFFRON.id().value());
  }
}
