package io.parley.query.publicroom;

import static org.assertj.core.api.Assertions.assertThat;

import io.parley.query.given.GivenDatabase;
import io.parley.query.given.GivenPublicHistory;
import io.parley.query.given.GivenPublicRoom;
import io.parley.query.given.GivenVisitor;
import io.parley.query.given.Records;
import io.parley.query.projection.Projector;
import io.parley.query.projection.Schema;
import io.parley.schemas.MessageType;
import io.parley.schemas.PublicRoomSettings;
import io.parley.schemas.event.EventEnvelope;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class PublicRoomsProjectionIT {
  private final GivenDatabase database = new GivenDatabase();
  private final Records log = new Records();
  private final PublicRooms rooms = new PublicRooms(database.jdbc());
  private final PublicTotals totals = new PublicTotals(database.jdbc());
  private final GivenVisitor rakib = GivenVisitor.introduced("রাকিব");
  private final GivenVisitor sara = GivenVisitor.introduced("سارا");
  private final GivenPublicRoom room = GivenPublicRoom.opened("সাধারণ 🦜");
  private Projector projector = open();

  private Projector open() {
    var opened =
        database.projectors().open(new PublicRoomsProjection(), new Schema("public_rooms"));
    opened.seek(Set.of(0));
    return opened;
  }

  @BeforeEach
  void empty() {
    for (String table :
        List.of("room", "member", "visitor", "message", "event", "tally", "aggregate")) {
      database.jdbc().sql("delete from public_rooms." + table).update();
    }
    database.jdbc().sql("update public_rooms.position set next_offset = 0").update();
    projector = open();
  }

  @AfterEach
  void close() {
    database.close();
  }

  private void happened(List<EventEnvelope> events) {
    int before = log.all().size();
    log.add(events);
    projector.project(log.all().subList(before, log.all().size()));
  }

  private List<String> texts(String sql) {
    return database.jdbc().sql(sql).query(String.class).list();
  }

  private long number(String table) {
    return database
        .jdbc()
        .sql("select count(*) from public_rooms." + table)
        .query(Long.class)
        .single();
  }

  private PublicRoom stored() {
    return rooms.find(room.id()).orElseThrow();
  }

  @Test
  void aRoomIsAsItWasOpenedAndChanged() {
    happened(room.events());
    var opened = stored();

    var settings = new PublicRoomSettings("رفقا", "দুজনের", false, 2);
    happened(room.changes(settings).events().subList(1, 2));

    assertThat(opened.settings()).isEqualTo(new PublicRoomSettings("সাধারণ 🦜", null, true, 100));
    assertThat(opened.updatedAt()).isEqualTo(opened.createdAt());
    assertThat(stored().settings()).isEqualTo(settings);
    assertThat(stored().createdAt()).isEqualTo(opened.createdAt());
    assertThat(stored().updatedAt()).isAfter(opened.createdAt());
    assertThat(rooms.findListed(room.id())).isEmpty();
    assertThat(totals.listedRooms()).isZero();
  }

  @Test
  void whoIsInByTwoConnectionsIsOneAndInUntilTheLastOneGoes() {
    happened(room.joins(rakib).joins(rakib).joins(sara).events());
    assertThat(stored().onlineUsers()).isEqualTo(2);
    assertThat(totals.now().onlineUsers()).isEqualTo(2);

    happened(room.leaves(rakib).events().subList(4, 5));
    assertThat(stored().onlineUsers()).isEqualTo(2);

    happened(room.leaves(rakib).events().subList(5, 6));
    assertThat(stored().onlineUsers()).isEqualTo(1);
    assertThat(new OnlineVisitors(database.jdbc()).in(room.id()))
        .extracting(visitor -> visitor.id())
        .containsExactly(sara.id());
    assertThat(number("member")).isEqualTo(2);
  }

  @Test
  void aMemberIsInSinceItsFirstConnection() {
    var in = GivenPublicRoom.opened("1").joins(rakib).joins(sara).joins(rakib);
    happened(in.events());

    assertThat(new OnlineVisitors(database.jdbc()).in(in.id()))
        .extracting(visitor -> visitor.username())
        .containsExactly("سارا", "রাকিব");
  }

  @Test
  void messagesShowTheNameThatTheirSenderHasNow() {
    happened(rakib.events());
    happened(room.joins(rakib).says(rakib, "হ্যালো").renames(rakib, "রকি", "red").events());

    var message = new PublicMessages(database.jdbc()).page(room.id(), 0, 10).getFirst();

    assertThat(message.content()).isEqualTo("হ্যালো");
    assertThat(message.user().username()).isEqualTo("রকি");
    assertThat(message.user().color()).isEqualTo("red");
    assertThat(message.user().isOnline()).isTrue();
  }

  @Test
  void whoWritesWithoutBeingInIsKnownAndNotOnline() {
    happened(room.sends(sara.now(), "سلام", MessageType.FILE, "https://x.example/a").events());

    var message = new PublicMessages(database.jdbc()).page(room.id(), 0, 10).getFirst();

    assertThat(message.user().isOnline()).isFalse();
    assertThat(message.user().username()).isEqualTo("سارا");
    assertThat(message.fileUrl()).isEqualTo("https://x.example/a");
    assertThat(message.messageType()).isEqualTo(MessageType.FILE);
    assertThat(stored().onlineUsers()).isZero();
    assertThat(stored().totalMessages()).isEqualTo(1);
  }

  @Test
  void ofADeletedRoomNothingIsLeft() {
    happened(room.joins(rakib).says(rakib, "one").deletes().events());
    assertNothingIsLeft();

    var other = GivenPublicRoom.opened("2").joins(rakib).says(rakib, "one");
    happened(other.events());
    happened(other.deletes().events().subList(3, 4));
    assertNothingIsLeft();
  }

  private void assertNothingIsLeft() {
    for (String table : List.of("room", "member", "message", "event")) {
      assertThat(number(table)).as(table).isZero();
    }
    var now = totals.now();
    assertThat(now.totalRooms()).isZero();
    assertThat(now.totalMessages()).isZero();
    assertThat(now.onlineUsers()).isZero();
    assertThat(now.activeRooms()).isZero();
  }

  @Test
  void aRoomThatIsOpenedAgainBeginsEmptyAndItsSequenceGoesOn() {
    var again = new PublicRoomSettings("আবার", null, true, 3);
    room.joins(rakib).says(rakib, "old").deletes().opens(again).joins(rakib).says(rakib, "new");
    happened(room.events().subList(0, 3));
    happened(room.events().subList(3, 7));

    assertThat(stored().settings()).isEqualTo(again);
    assertThat(stored().seq()).isEqualTo(7);
    assertThat(stored().totalMessages()).isEqualTo(1);
    assertThat(stored().onlineUsers()).isEqualTo(1);
    assertThat(new PublicMessages(database.jdbc()).page(room.id(), 0, 10))
        .extracting(message -> message.content())
        .containsExactly("new");
    assertThat(new PublicHistory(database.jdbc()).after(stored(), 0, 10))
        .extracting(event -> event.seq())
        .containsExactly(5L, 6L, 7L);
  }

  @Test
  void aVisitorIsCountedOnceHoweverOftenItIsIntroduced() {
    happened(rakib.introduces("রকি", "red").introduces("Rocky", "#fff").events());
    happened(sara.events());

    assertThat(totals.now().totalUsers()).isEqualTo(2);
    assertThat(texts("select username from public_rooms.visitor where color = '#fff'"))
        .containsExactly("Rocky");
  }

  @Test
  void whatIsCountedIsWhatIsThere() {
    happened(GivenPublicHistory.of(new Random(7).ints(500, 0, 1_000).boxed().toList()));

    assertThat(
            texts(
                """
                select room_id::text from public_rooms.room r where
                  online_users <> (select count(*) from public_rooms.member m
                    where m.room_id = r.room_id and online)
                  or total_messages <> (select count(*) from public_rooms.message m
                    where m.room_id = r.room_id)
                  or seq <> (select max(seq) from public_rooms.event e
                    where e.room_id = r.room_id)
                """))
        .isEmpty();
    assertThat(totals.messages()).isEqualTo(number("message")).isPositive();
    assertThat(totals.listedRooms()).isEqualTo(number("room where is_public"));
  }
}
