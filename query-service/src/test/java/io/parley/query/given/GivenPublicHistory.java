package io.parley.query.given;

import io.parley.schemas.MessageType;
import io.parley.schemas.PublicRoomSettings;
import io.parley.schemas.event.EventEnvelope;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/// A log of public rooms and visitors in which each number makes something happen.
public final class GivenPublicHistory {
  private static final int MOST_ROOMS = 4;

  private final List<EventEnvelope> log = new ArrayList<>();
  private final List<GivenPublicRoom> rooms = new ArrayList<>();
  private final List<GivenVisitor> visitors =
      Stream.of("রাকিব", "سارا", "🦜", "dora").map(GivenVisitor::stranger).toList();

  /// What the steps make happen, in the order of the log.
  public static List<EventEnvelope> of(List<Integer> steps) {
    var history = new GivenPublicHistory();
    steps.forEach(history::step);
    return history.log;
  }

  private void step(int number) {
    var visitor = visitors.get(number / 7 % visitors.size());
    if (number % 13 == 0) {
      visitor.introduces("name " + number, color(number));
      log.add(visitor.events().getLast());
    } else if (rooms.isEmpty() || (number % 17 == 0 && rooms.size() < MOST_ROOMS)) {
      rooms.add(GivenPublicRoom.opened(settings(number)));
      log.add(rooms.getLast().events().getLast());
    } else {
      var room = rooms.get(number % rooms.size());
      happen(room, visitor, number);
      log.add(room.events().getLast());
    }
  }

  private static void happen(GivenPublicRoom room, GivenVisitor visitor, int number) {
    if (!room.isOpen()) {
      room.opens(settings(number));
      return;
    }
    boolean in = !room.socketsOf(visitor).isEmpty();
    switch (number / 3 % 12) {
      case 0 -> room.deletes();
      case 1 -> room.changes(settings(number));
      case 2, 3 -> room.joins(visitor.named("joined " + number, color(number)));
      case 4, 5, 6 -> leaveOrJoin(room, visitor, in);
      case 7 -> renameOrSay(room, visitor, in, number);
      case 8 ->
          room.sends(visitor.now(), "ছবি", MessageType.IMAGE, "https://files.example/" + number);
      default -> room.says(visitor, "বার্তা " + number);
    }
  }

  private static void leaveOrJoin(GivenPublicRoom room, GivenVisitor visitor, boolean in) {
    if (in) {
      room.leaves(visitor);
    } else {
      room.joins(visitor);
    }
  }

  private static void renameOrSay(
      GivenPublicRoom room, GivenVisitor visitor, boolean in, int number) {
    if (in) {
      room.renames(visitor, "renamed " + number, color(number));
    } else {
      room.says(visitor, "پیام");
    }
  }

  private static PublicRoomSettings settings(int number) {
    return new PublicRoomSettings(
        "রুম " + number, number % 2 == 0 ? null : "বর্ণনা", number % 3 != 0, number % 200);
  }

  private static String color(int number) {
    return "#%06x".formatted(number);
  }
}
