package io.parley.command.room;

import static io.parley.command.aggregate.Decision.happens;
import static io.parley.command.aggregate.Decision.isSo;
import static io.parley.command.aggregate.Decision.refused;

import io.parley.command.aggregate.Decision;
import io.parley.schemas.ParticipantRole;
import io.parley.schemas.Person;
import io.parley.schemas.command.RoomCommand.ReportConversation;
import io.parley.schemas.event.RoomEvent.ConversationReported;
import io.parley.schemas.event.RoomEvent.ReportsClosed;
import io.parley.schemas.reply.Refusal;

/// Decides whether something is reported: by the room's people, a bounded number of times until an
/// admin has seen to it.
final class Reports {
  /// How many reports of a room can be open.
  static final int MAX_OPEN = 20;

  private Reports() {}

  static Decision report(Conversation room, Person reporter, ReportConversation report) {
    if (reporter.role() == ParticipantRole.ADMIN) {
      return refused(Refusal.NOT_ALLOWED);
    }
    if (report.messageId() != null && Changes.sequence(room, report.messageId()).isEmpty()) {
      return refused(Refusal.MESSAGE_NOT_FOUND);
    }
    return room.openReports() < MAX_OPEN
        ? happens(
            new ConversationReported(room.roomId(), reporter, report.reason(), report.messageId()))
        : refused(Refusal.TOO_MANY_REPORTS);
  }

  static Decision close(Conversation room, Person by) {
    if (by.role() != ParticipantRole.ADMIN) {
      return refused(Refusal.NOT_ALLOWED);
    }
    return room.openReports() == 0 ? isSo() : happens(new ReportsClosed(room.roomId(), by));
  }
}
