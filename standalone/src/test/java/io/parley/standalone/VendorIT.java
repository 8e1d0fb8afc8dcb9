package io.parley.standalone;

import static org.assertj.core.api.Assertions.assertThat;

import io.parley.schemas.contract.ContractSchemas;
import io.parley.standalone.client.Answer;
import io.parley.standalone.client.Client;
import io.parley.standalone.client.Contract;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/// A vendor works through its queue with the answers that it keeps ready.
class VendorIT extends RunningParley {
  private static final Map<String, String> SHIPPING =
      Map.of(
          "shortcut", "می‌فرستیم",
          "title", "ارسال",
          "content", "سلام {buyer}، {product} را فردا می‌فرستیم 🚚");

  private Client vendor;
  private Client first;
  private Client second;

  @BeforeEach
  void people() {
    vendor = parley().vendor();
    first = parley().guest();
    second = parley().buyer();
  }

  private Answer asks(Client buyer, int product) {
    return buyer
        .post(
            "/start/",
            Map.of(
                "vendor_id",
                vendor.vendorId(),
                "product_id",
                product,
                "initial_message",
                "আছে কি?"))
        .expect(201);
  }

  private static void assertThatItIsA(String view, JsonNode value) {
    assertThat(Contract.errors(ContractSchemas.ofView(view), value)).as("%s", value).isEmpty();
  }

  @Test
  void whoWaitsLongestIsServedFirst() {
    var one = asks(first, 1);
    UUID room = one.id("room_id");
    vendor.seeing(one).seeing(asks(second, 2));
    vendor.seeing(first.write(room, "هستید؟"));

    var queue = vendor.get("/vendor/rooms/?sort=waiting&archived=false").expect(200);
    assertThat(queue.each("room_id").getFirst()).isEqualTo(room.toString());
    assertThat(queue.each("waiting_since").getFirst()).isEqualTo(one.text("waiting_since"));
    queue.get("results").forEach(view -> assertThatItIsA("room", view));
    var again = first.post("/start/", Map.of("vendor_id", vendor.vendorId(), "product_id", 1));
    assertThat(again.text("waiting_since")).isEqualTo(one.text("waiting_since"));

    vendor.write(room, "بله");
    assertThat(vendor.get("/vendor/rooms/?waiting=true").each("room_id"))
        .doesNotContain(room.toString());
    var summary = vendor.get("/vendor/summary/").expect(200).json();
    assertThatItIsA("vendor_summary", summary);
    assertThat(summary.path("products").size()).isEqualTo(2);
  }

  @Test
  void putAwayNobodyWaits() {
    var one = asks(first, 3);

    var archived = vendor.post("/rooms/" + one.id("room_id") + "/archive/", Map.of()).expect(200);

    assertThat(archived.get("waiting_since").isNull()).isTrue();
    assertThatItIsA("room", archived.json());
    assertThat(vendor.get("/vendor/summary/").number("waiting")).isZero();
  }

  @Test
  void whatOneOfTheShopKeepsReadyAllOfItHave() {
    var kept = vendor.post("/vendor/replies/", SHIPPING).expect(201);
    assertThatItIsA("canned_reply", kept.json());
    var colleague = parley().colleague(vendor.vendorId()).seeing(kept);

    var all = colleague.get("/vendor/replies/").expect(200);
    assertThat(all.json().get(0)).isEqualTo(kept.json());
    String path = "/vendor/replies/" + kept.text("id") + "/";
    colleague.post("/vendor/replies/", SHIPPING).expectProblem(409, "shortcut_taken");
    colleague.put(path, Map.of("shortcut", "x", "title", "y", "content", "{price}")).expect(200);
    assertThat(vendor.seeing(colleague.delete(path).expect(204)).get("/vendor/replies/").json())
        .isEmpty();
    parley().vendor().delete(path).expectProblem(404, "reply_not_found");
  }
}
