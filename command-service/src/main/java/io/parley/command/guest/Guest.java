package io.parley.command.guest;

import static io.parley.command.aggregate.Decision.happens;
import static io.parley.command.aggregate.Decision.isSo;
import static io.parley.command.aggregate.Decision.refused;

import io.parley.command.aggregate.Decision;
import io.parley.command.aggregate.Moment;
import io.parley.command.guest.GuestState.Link;
import io.parley.command.guest.GuestState.Session;
import io.parley.schemas.command.Actor;
import io.parley.schemas.command.GuestCommand;
import io.parley.schemas.command.GuestCommand.ClaimGuestRoom;
import io.parley.schemas.command.GuestCommand.ConfirmGuestRoom;
import io.parley.schemas.command.GuestCommand.LinkGuestSession;
import io.parley.schemas.command.GuestCommand.OpenGuestSession;
import io.parley.schemas.event.GuestEvent;
import io.parley.schemas.event.GuestEvent.ClaimedRoom;
import io.parley.schemas.event.GuestEvent.GuestRoomAdopted;
import io.parley.schemas.event.GuestEvent.GuestRoomClaimed;
import io.parley.schemas.event.GuestEvent.GuestSessionLinked;
import io.parley.schemas.event.GuestEvent.GuestSessionOpened;
import io.parley.schemas.reply.Outcome;
import io.parley.schemas.reply.Refusal;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/// Decides what may happen to a guest session, and what it is afterwards. Everything that concerns
/// a guest's rooms passes through here, so that linking and starting a conversation in the same
/// moment have an order. Pure, like [io.parley.command.room.Room].
public final class Guest {
  private Guest() {}

  /// What the session says to a command.
  public static Decision decide(GuestState state, Actor actor, GuestCommand command) {
    return switch (state) {
      case GuestState.Unknown _ ->
          command instanceof OpenGuestSession open
              ? happens(new GuestSessionOpened(open.guestId(), open.identifier()))
              : refused(Refusal.GUEST_SESSION_NOT_FOUND);
      case Session session -> decide(session, actor, command);
    };
  }

  private static Decision decide(Session session, Actor actor, GuestCommand command) {
    return switch (command) {
      case OpenGuestSession _ -> isSo();
      case ClaimGuestRoom claim -> claim(session, claim);
      case LinkGuestSession _ ->
          actor instanceof Actor.Account account
              ? link(session, account)
              : refused(Refusal.NOT_ALLOWED);
      case ConfirmGuestRoom confirm ->
          actor instanceof Actor.Policy ? confirm(session, confirm) : refused(Refusal.NOT_ALLOWED);
    };
  }

  private static Decision claim(Session session, ClaimGuestRoom claim) {
    if (session.room(claim.roomId()).isPresent()) {
      return isSo();
    }
    if (session.rooms().size() >= Session.MAX_ROOMS) {
      return refused(Refusal.TOO_MANY_ROOMS);
    }
    return happens(
        new GuestRoomClaimed(
            session.guestId(),
            new ClaimedRoom(claim.roomId(), claim.vendorId(), claim.productId())));
  }

  private static Decision link(Session session, Actor.Account account) {
    if (session.link() == null) {
      return happens(
          new GuestSessionLinked(
              session.guestId(), account.accountId(), account.username(), session.rooms()));
    }
    return session.link().accountId().equals(account.accountId())
        ? isSo()
        : refused(Refusal.GUEST_SESSION_LINKED);
  }

  private static Decision confirm(Session session, ConfirmGuestRoom confirm) {
    var link = session.link();
    if (link == null || session.adopted().contains(confirm.roomId())) {
      return isSo();
    }
    return happens(
        new GuestRoomAdopted(
            session.guestId(),
            link.accountId(),
            link.username(),
            new ClaimedRoom(confirm.roomId(), confirm.vendorId(), confirm.productId())));
  }

  /// The state after an event that happened at this moment: the same function live and in replay.
  public static GuestState evolve(GuestState state, GuestEvent event, Moment moment) {
    return switch (event) {
      case GuestSessionOpened opened ->
          new Session(
              opened.guestId(), opened.identifier(), moment.time(), List.of(), null, Set.of());
      case GuestRoomClaimed claimed -> {
        var rooms = new ArrayList<>(known(state).rooms());
        rooms.add(claimed.room());
        yield with(known(state), List.copyOf(rooms), known(state).link(), known(state).adopted());
      }
      case GuestSessionLinked linked ->
          with(
              known(state),
              known(state).rooms(),
              new Link(linked.accountId(), linked.username()),
              known(state).adopted());
      case GuestRoomAdopted adopted -> {
        var all = new HashSet<>(known(state).adopted());
        all.add(adopted.room().roomId());
        yield with(known(state), known(state).rooms(), known(state).link(), Set.copyOf(all));
      }
    };
  }

  private static Session with(
      Session session,
      List<ClaimedRoom> rooms,
      @org.jspecify.annotations.Nullable Link link,
      Set<java.util.UUID> adopted) {
    return new Session(
        session.guestId(), session.identifier(), session.createdAt(), rooms, link, adopted);
  }

  private static Session known(GuestState state) {
    if (state instanceof Session session) {
      return session;
    }
    throw new IllegalStateException("an event of a guest session that was never opened");
  }

  /// What an accepted command tells whoever asked.
  public static Outcome answer(GuestState now) {
    return switch (now) {
      case GuestState.Unknown _ -> new Outcome.Done();
      case Session session ->
          new Outcome.GuestNow(
              session.guestId(),
              session.identifier(),
              session.createdAt(),
              session.link() == null ? null : session.link().accountId(),
              session.rooms());
    };
  }
}
