package io.parley.standalone;

import static java.util.stream.Collectors.joining;
import static org.assertj.core.api.Assertions.assertThat;

import io.parley.standalone.client.ChatSocket;
import io.parley.standalone.client.Client;
import java.net.http.WebSocketHandshakeException;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Who may do what: every endpoint and everybody who might come.
///
/// `@guest` is the room of the guest with the vendor, `@buyer` that of the buyer with the same
/// vendor, `@words` a message that the buyer has just written there.
@TestInstance(Lifecycle.PER_CLASS)
class AuthorizationMatrixIT extends RunningParley {
  private final AtomicInteger products = new AtomicInteger(5000);
  private Client buyer;
  private Client vendor;
  private UUID guestsRoom;
  private UUID buyersRoom;
  private List<Client> everybody;

  @BeforeAll
  void people() {
    var guest = parley().guest();
    buyer = parley().buyer();
    vendor = parley().vendor();
    var one = guest.start(vendor, 1).expect(201);
    var other = buyer.start(vendor, 1).expect(201);
    guestsRoom = one.id("room_id");
    buyersRoom = other.id("room_id");
    everybody =
        List.of(
            guest,
            parley().guest(),
            buyer,
            parley().buyer(),
            vendor,
            parley().vendor(),
            parley().admin(),
            parley().auditor(),
            parley().nobody(),
            parley().expired(),
            parley().foreign(),
            parley().unsigned(),
            parley().guest(UUID.randomUUID()));
    vendor.get("/vendor/rooms/");
    everybody.forEach(client -> sees(client, guest, buyer));
  }

  private void sees(Client client, Client guest, Client other) {
    client.seeing(guest.write(guestsRoom, "سلام"));
    client.get("/rooms/" + guestsRoom + "/");
    client.seeing(other.write(buyersRoom, "سلام"));
  }

  @ParameterizedTest(name = "{0} {1}")
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          #                                          guest   buyer   vendor  admin   nobody  foreign unknown
          #                                            other    other   other   auditor expired unsigned
          POST   | /guest-session/                   | 201 201 201 201 201 201 201 201 201 201 201 201 201
          GET    | /guest-session/                   | 200 200 403 403 403 403 403 403 401 401 401 401 401
          POST   | /link-guest-session/              | 403 403 200 200 200 200 200 200 401 401 401 401 403
          POST   | /start/                           | 201 201 201 201 403 201 201 403 401 401 401 401 401
          GET    | /rooms/                           | 200 200 200 200 200 200 200 200 401 401 401 401 401
          GET    | /rooms/@guest/                    | 200 404 404 404 200 404 200 404 401 401 401 401 401
          GET    | /rooms/@buyer/                    | 404 404 200 404 200 404 200 404 401 401 401 401 401
          GET    | /rooms/@guest/messages/           | 200 404 404 404 200 404 200 404 401 401 401 401 401
          GET    | /rooms/@buyer/messages/           | 404 404 200 404 200 404 200 404 401 401 401 401 401
          GET    | /rooms/@buyer/messages/?after_seq=0 | 404 404 200 404 200 404 200 404 401 401 401 401 401
          GET    | /rooms/@guest/messages/?before_seq=9 | 200 404 404 404 200 404 200 404 401 401 401 401 401
          GET    | /rooms/@guest/events/             | 200 404 404 404 200 404 200 404 401 401 401 401 401
          GET    | /rooms/@buyer/events/             | 404 404 200 404 200 404 200 404 401 401 401 401 401
          POST   | /rooms/@guest/messages/           | 201 404 404 404 201 404 201 404 401 401 401 401 404
          POST   | /rooms/@buyer/messages/           | 404 404 201 404 201 404 201 404 401 401 401 401 404
          PATCH  | /rooms/@buyer/messages/@words/    | 404 404 200 404 403 404 403 404 401 401 401 401 404
          DELETE | /rooms/@buyer/messages/@words/    | 404 404 204 404 403 404 204 404 401 401 401 401 404
          POST   | /rooms/@guest/mark_read/          | 200 404 404 404 200 404 200 404 401 401 401 401 404
          POST   | /rooms/@buyer/mark_read/          | 404 404 200 404 200 404 200 404 401 401 401 401 404
          POST   | /rooms/@guest/archive/            | 200 404 404 404 200 404 200 404 401 401 401 401 404
          POST   | /rooms/@buyer/archive/            | 404 404 200 404 200 404 200 404 401 401 401 401 404
          POST   | /rooms/@guest/unarchive/          | 200 404 404 404 200 404 200 404 401 401 401 401 404
          POST   | /rooms/@buyer/unarchive/          | 404 404 200 404 200 404 200 404 401 401 401 401 404
          POST   | /rooms/@guest/report/             | 201 404 404 404 201 404 403 404 401 401 401 401 404
          POST   | /rooms/@buyer/report/             | 404 404 201 404 201 404 403 404 401 401 401 401 404
          GET    | /rooms/@guest/reports/            | 403 403 403 403 403 403 200 403 401 401 401 401 403
          POST   | /rooms/@guest/reports/close/      | 403 404 404 404 403 404 200 404 401 401 401 401 404
          GET    | /vendor/rooms/                    | 403 403 403 403 200 200 403 403 401 401 401 401 403
          GET    | /vendor/summary/                  | 403 403 403 403 200 200 403 403 401 401 401 401 403
          GET    | /vendor/replies/                  | 403 403 403 403 200 200 403 403 401 401 401 401 403
          POST   | /vendor/replies/                  | 403 403 403 403 201 201 403 403 401 401 401 401 403
          PUT    | /vendor/replies/@reply/           | 403 403 403 403 200 404 403 403 401 401 401 401 403
          DELETE | /vendor/replies/@reply/           | 403 403 403 403 204 404 403 403 401 401 401 401 403
          GET    | /admin/rooms/                     | 403 403 403 403 403 403 200 403 401 401 401 401 403
          GET    | /admin/messages/?search=x         | 403 403 403 403 403 403 200 403 401 401 401 401 403
          GET    | /admin/rooms/@guest/export/       | 403 403 403 403 403 403 200 403 401 401 401 401 403
          GET    | /admin/stats/                     | 403 403 403 403 403 403 200 403 401 401 401 401 403
          GET    | /admin/health/                    | 403 403 403 403 403 403 200 403 401 401 401 401 403
          POST   | /api/dev/token/                   | 200 200 200 200 200 200 200 200 200 200 200 200 200
          GET    | /api/dev/marketplace/             | 200 200 200 200 200 200 200 200 200 200 200 200 200
          GET    | /actuator/health/readiness        | 200 200 200 200 200 200 200 200 200 200 200 200 200
          """)
  void eachIsAnsweredAsItsPlaceInTheTableSays(String method, String path, String expected) {
    String statuses =
        everybody.stream().map(client -> status(client, method, path)).collect(joining(" "));
    assertThat(statuses).isEqualTo(expected);
  }

  private String status(Client client, String method, String path) {
    String real =
        path.replace("@guest", guestsRoom.toString()).replace("@buyer", buyersRoom.toString());
    if (path.contains("@words")) {
      real = real.replace("@words", buyer.write(buyersRoom, "سلام").text("id"));
    }
    if (path.contains("@reply")) {
      real = real.replace("@reply", vendor.post("/vendor/replies/", body(path)).text("id"));
    }
    var answer = client.send(method, real, method.equals("GET") ? null : body(path));
    if (answer.status() >= 400) {
      assertThat(answer.problemCode()).isNotEmpty();
    }
    return Integer.toString(answer.status());
  }

  private Object body(String path) {
    return switch (path) {
      case "/start/" ->
          Map.of("vendor_id", vendor.vendorId(), "product_id", products.incrementAndGet());
      case "/link-guest-session/" -> Map.of("guest_session_id", parley().guest().session());
      case "/api/dev/token/" -> Map.of("user_id", 42);
      case "/vendor/replies/", "/vendor/replies/@reply/" ->
          Map.of("shortcut", "r-" + products.incrementAndGet(), "title", "سلام", "content", "سلام");
      case "/rooms/@guest/report/", "/rooms/@buyer/report/" -> Map.of("reason", "کلاه‌برداری؟");
      default -> Map.of("content", "سلام");
    };
  }

  @ParameterizedTest(name = "join {0}")
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          @guest | joined 404 404 404 joined 404 joined 404 unknown 401 401 401 401
          @buyer | 404 404 joined 404 joined 404 joined 404 unknown 401 401 401 401
          """)
  void eachSeesOverASocketWhatItSeesOverRest(String which, String expected) {
    UUID room = which.equals("@guest") ? guestsRoom : buyersRoom;
    assertThat(everybody.stream().map(client -> joined(client, room)).collect(joining(" ")))
        .isEqualTo(expected);
  }

  private static String joined(Client client, UUID room) {
    try (ChatSocket socket = client.socket()) {
      socket.say("join_room", room);
      var frame = socket.next();
      if (frame.path("type").asString().equals("connection_established")) {
        frame = socket.next();
      }
      return switch (frame.path("code").asString("")) {
        case "room_not_found" -> "404";
        case "not_authenticated" -> "unknown";
        default -> frame.path("type").asString();
      };
    } catch (IllegalStateException e) {
      if (e.getCause() instanceof WebSocketHandshakeException refused) {
        return Integer.toString(refused.getResponse().statusCode());
      }
      throw e;
    }
  }
}
