package io.parley.query.oversight;

import static org.assertj.core.api.Assertions.assertThat;

import io.parley.query.conversation.ConversationsProjection;
import io.parley.query.given.GivenDatabase;
import io.parley.query.given.GivenPublicRoom;
import io.parley.query.given.GivenRoom;
import io.parley.query.given.GivenVisitor;
import io.parley.query.given.People;
import io.parley.query.given.Records;
import io.parley.query.oversight.Activity.BusyProduct;
import io.parley.query.oversight.Activity.BusyVendor;
import io.parley.query.oversight.Activity.InPeriod;
import io.parley.query.projection.Projection;
import io.parley.query.projection.Projector;
import io.parley.query.projection.Schema;
import io.parley.schemas.MarketplaceId;
import io.parley.schemas.Person;
import io.parley.schemas.Product;
import io.parley.schemas.event.EventEnvelope;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class OversightProjectionIT {
  private final GivenDatabase database = new GivenDatabase();
  private final Activity activity = new Activity(database.jdbc());
  private final Person sara = People.buyer("سارا");
  private final Person shop = People.vendor("فروشگاه");
  private final GivenVisitor rakib = GivenVisitor.introduced("রাকিব");
  private final Product vase = People.product("گلدان");

  private Projector open(Projection projection) {
    for (String schema : List.of(projection.name(), projection.name() + "_old")) {
      database.jdbc().sql("drop schema if exists " + schema + " cascade").update();
    }
    var opened = database.projectors().open(projection, new Schema(projection.name()));
    opened.seek(Set.of(0));
    return opened;
  }

  @AfterEach
  void close() {
    database.close();
  }

  private void happened(List<EventEnvelope> events) {
    var log = new Records().add(events).all();
    for (var projection : List.of(new OversightProjection(), new ConversationsProjection())) {
      open(projection).project(log);
    }
  }

  private static List<EventEnvelope> all(GivenRoom... rooms) {
    return Stream.of(rooms).flatMap(room -> room.events().stream()).toList();
  }

  @Test
  void howLongBuyersWaitIsCountedOncePerConversation() {
    var quick = GivenRoom.started(sara, "1", vase).says(sara, "?").says(shop, "!").says(shop, "!");
    var slow = GivenRoom.started(sara, "2", null).says(sara, "?").says(sara, "??").says(shop, "!");
    var greeted = GivenRoom.started(sara, "3", null).says(shop, "سلام").says(sara, "?");
    var helped = GivenRoom.started(sara, "4", null).says(sara, "?").says(People.admin("root"), "!");
    var silent = GivenRoom.started(sara, "5", null);

    happened(all(quick, slow, greeted, helped, silent));
    var answers = activity.firstAnswers(Instant.EPOCH);

    assertThat(answers.waiting()).isEqualTo(2);
    assertThat(answers.days())
        .singleElement()
        .satisfies(
            day -> {
              assertThat(day.answers()).isEqualTo(2);
              assertThat(day.p50Seconds()).isEqualTo(1);
              assertThat(day.p90Seconds()).isEqualTo(2);
              assertThat(day.start()).isBefore(quick.last().time());
            });
  }

  @Test
  void aRoomIsActiveOnceInAnHourAndInADay() {
    var room = GivenRoom.started(sara, "1", vase).says(sara, "1").says(shop, "2");
    var silent = GivenRoom.started(sara, "2", null).archives(sara);
    var open = GivenPublicRoom.opened("x").says(rakib, "3").says(rakib, "4").deletes();
    var events = Stream.concat(all(room, silent).stream(), open.events().stream()).toList();

    happened(events);

    assertThat(activity.daily(Instant.EPOCH).values()).containsExactly(new InPeriod(2, 2));
    assertThat(activity.hourly(Instant.EPOCH).values()).containsExactly(new InPeriod(2, 2));
    assertThat(activity.daily(events.getLast().time().plusSeconds(86_400))).isEmpty();
    assertThat(activity.messagesPublic()).isEqualTo(2);
  }

  @Test
  void theBusiestComeFirst() {
    var one = GivenRoom.started(sara, "1", vase).says(sara, "1").says(shop, "2");
    var two = GivenRoom.started(People.buyer("x"), "1", vase).says(sara, "3");
    var direct = GivenRoom.started(sara, "2", null).says(sara, "4");

    happened(all(one, two, direct));
    var busiest = activity.busiest(Instant.EPOCH);

    assertThat(busiest.vendors())
        .containsExactly(
            new BusyVendor(new MarketplaceId("1"), 3, 2),
            new BusyVendor(new MarketplaceId("2"), 1, 1));
    assertThat(busiest.products())
        .containsExactly(new BusyProduct(vase, new MarketplaceId("1"), 3, 2));
  }
}
