package io.parley.delivery.publicroom;

import io.parley.delivery.DeliveryProperties;
import io.parley.delivery.frame.Outgoing;
import io.parley.delivery.session.Outlet;
import io.parley.edge.problem.Problem;
import io.parley.edge.publicchat.Language;
import io.parley.schemas.event.EventTypes;
import io.parley.schemas.event.PublicRoomEvent;
import io.parley.schemas.event.UnknownEventType;
import java.time.Instant;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import tools.jackson.core.JacksonException;

/// Shows a visitor who was here before what it has missed, page by page, as fast as it reads. User
/// lists are not repeated: a new one comes with the join.
@Component
final class MissedEvents {
  private static final Logger log = LoggerFactory.getLogger(MissedEvents.class);

  private final PublicArchive archive;
  private final DeliveryProperties.Rooms bounds;

  MissedEvents(PublicArchive archive, DeliveryProperties properties) {
    this.archive = archive;
    this.bounds = properties.rooms();
  }

  /// Everything after `afterSeq` and before the visitor's own join; `resync` when that is too
  /// much, cannot be had, or would be less than nothing.
  void send(UUID room, long afterSeq, Entering.Entry.In join, Outlet outlet, Language language) {
    long target = join.seq() - 1;
    if (afterSeq > target || target - afterSeq > bounds.missedAtMost()) {
      outlet.send(Frames.resync(join.seq(), Instant.now()));
      return;
    }
    try {
      if (!sendAll(room, afterSeq, target, join, outlet, language)) {
        outlet.send(Frames.resync(join.seq(), Instant.now()));
      }
    } catch (Problem problem) {
      outlet.send(Refusals.unavailable(language));
      outlet.send(Frames.resync(join.seq(), Instant.now()));
    }
  }

  private boolean sendAll(
      UUID room,
      long afterSeq,
      long target,
      Entering.Entry.In join,
      Outlet outlet,
      Language language) {
    long served = afterSeq;
    while (served < target) {
      var page = archive.after(room, served, bounds.pageSize(), join.position());
      long before = served;
      for (var entry : page.events()) {
        if (entry.seq() > target) {
          break;
        }
        if (entry.seq() != served + 1 || !send(entry, outlet, language)) {
          log.warn("The history of room {} has no event {}", room, served + 1);
          return false;
        }
        served = entry.seq();
      }
      if (served == before || !outlet.awaitRoom()) {
        return false;
      }
    }
    return true;
  }

  private static boolean send(PublicArchive.Entry entry, Outlet outlet, Language language) {
    try {
      if (EventTypes.read(entry.type(), entry.data(), entry.seq())
          instanceof PublicRoomEvent event) {
        Frames.of(entry.seq(), entry.time(), event, language)
            .map(Outgoing::of)
            .ifPresent(outlet::send);
        return true;
      }
    } catch (UnknownEventType e) {
      return true; // of a newer version, and shown to nobody here, live or later
    } catch (JacksonException e) {
      log.warn("Event {} of a room's history cannot be read: {}", entry.seq(), e.getMessage());
    }
    return false;
  }
}
