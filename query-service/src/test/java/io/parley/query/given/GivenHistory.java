package io.parley.query.given;

import io.parley.schemas.Person;
import io.parley.schemas.event.EventEnvelope;
import java.util.ArrayList;
import java.util.List;

/// A log of several rooms and guests in which each number makes something happen.
public final class GivenHistory {
  private final List<EventEnvelope> log = new ArrayList<>();
  private final List<GivenRoom> rooms = new ArrayList<>();
  private final Person shop = People.vendor("فروشگاه");
  private final Person root = People.admin("root");

  /// What the steps make happen, in the order of the log.
  public static List<EventEnvelope> of(List<Integer> steps) {
    var history = new GivenHistory();
    steps.forEach(history::step);
    return history.log;
  }

  private void step(int number) {
    if (rooms.isEmpty() || number % 11 == 0) {
      open(number);
    } else {
      var room = rooms.get(number % rooms.size());
      long before = room.seq();
      happen(room, number / 3 % 10, number);
      log.addAll(room.events().subList((int) before, (int) room.seq()));
    }
  }

  private void open(int number) {
    if (number % 2 == 0) {
      var guest = GivenGuest.opened("browser " + number);
      rooms.add(GivenRoom.started(guest.person(), "7", People.product("کیف ۱۲")));
      log.addAll(guest.linkedTo("42", "sara").events());
    } else {
      rooms.add(GivenRoom.started(People.buyer("سارا"), "7", null));
    }
    log.addAll(rooms.getLast().events());
  }

  private void happen(GivenRoom room, int what, int number) {
    switch (what) {
      case 0 -> room.reads(room.buyer());
      case 1 -> room.reads(shop, Math.max(1, room.seq() - number % 3));
      case 2 -> archiveOrReport(room, number);
      case 3 -> room.reads(root);
      case 4, 5 -> change(room, number);
      case 6 -> room.sendsFile(room.buyer(), "می‌خواهم", "https://files.example/" + number);
      case 7 -> room.says(root, "admin " + number);
      case 8 -> room.says(shop, "پیام " + number);
      default -> room.says(room.buyer(), "message " + number);
    }
  }

  private void archiveOrReport(GivenRoom room, int number) {
    switch (number % 4) {
      case 0 -> room.archives(shop);
      case 1 -> room.closesReports(root);
      default -> room.reports(room.buyer(), "گزارش " + number, null);
    }
  }

  private static void change(GivenRoom room, int number) {
    var messages = room.messages();
    if (messages.isEmpty()) {
      room.unarchives(room.buyer());
    } else if (number % 2 == 0) {
      room.edits(room.buyer(), messages.get(number % messages.size()), "edited " + number);
    } else {
      room.deletes(room.buyer(), messages.get(number % messages.size()));
    }
  }
}
