package io.parley.cluster.fault;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/// Vendors, each with some rooms; buyers, some of them guests, each with one.
final class People {
  private static final int ROOMS_OF_A_VENDOR = 5;
  private static final int ONE_GUEST_IN = 10;
  private static final int FIRST_BUYER = 100_000;
  private static final int FIRST_VENDOR = 500_000;
  private static final int AT_ONCE = 8;

  private final Map<Person, List<UUID>> rooms = new HashMap<>();

  /// Opens so many rooms.
  static People of(Api api, String secret, int howMany) throws IOException {
    var people = new People();
    var vendors = new ArrayList<Person>();
    var opening = new ArrayList<Future<UUID>>();
    var buyers = new ArrayList<Person>();
    try (var threads = Executors.newFixedThreadPool(AT_ONCE)) {
      for (int i = 0; i < howMany; i++) {
        int vendorId = FIRST_VENDOR + i / ROOMS_OF_A_VENDOR;
        if (i % ROOMS_OF_A_VENDOR == 0) {
          vendors.add(Person.vendor(vendorId, secret));
        }
        var buyer = i % ONE_GUEST_IN == 0 ? api.guest() : Person.buyer(FIRST_BUYER + i, secret);
        buyers.add(buyer);
        Callable<UUID> open = () -> start(api, buyer, vendorId);
        opening.add(threads.submit(open));
      }
      for (int i = 0; i < howMany; i++) {
        UUID room = opening.get(i).get();
        people.add(buyers.get(i), room);
        people.add(vendors.get(i / ROOMS_OF_A_VENDOR), room);
      }
    } catch (InterruptedException | ExecutionException e) {
      throw new IllegalStateException(e);
    }
    return people;
  }

  private static UUID start(Api api, Person buyer, int vendorId) throws IOException {
    Map<String, ?> body = Map.of("vendor_id", vendorId, "product_id", 101);
    var answer = api.post(buyer, "/start/", body);
    for (int again = 0; answer.isUnavailable() && again < 10; again++) {
      answer = api.post(buyer, "/start/", body);
    }
    return UUID.fromString(answer.expect(201).path("room_id").asString());
  }

  private void add(Person person, UUID room) {
    rooms.computeIfAbsent(person, _ -> new ArrayList<>()).add(room);
  }

  /// Everybody, with the rooms they are in.
  Map<Person, List<UUID>> rooms() {
    return rooms;
  }
}
