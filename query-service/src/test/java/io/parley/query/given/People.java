package io.parley.query.given;

import io.parley.schemas.MarketplaceId;
import io.parley.schemas.ParticipantRole;
import io.parley.schemas.Person;
import io.parley.schemas.Product;
import java.util.concurrent.atomic.AtomicLong;

/// People and products that no other test knows.
public final class People {
  private static final AtomicLong IDS = new AtomicLong(1_000);

  private People() {}

  public static String newId() {
    return String.valueOf(IDS.incrementAndGet());
  }

  public static Person buyer(String username) {
    return account(ParticipantRole.BUYER, username);
  }

  /// Somebody who answers for a vendor.
  public static Person vendor(String username) {
    return account(ParticipantRole.VENDOR, username);
  }

  public static Person admin(String username) {
    return account(ParticipantRole.ADMIN, username);
  }

  public static Product product(String title) {
    return new Product(new MarketplaceId(newId()), title, null, null, 1_250_000);
  }

  private static Person account(ParticipantRole role, String username) {
    return Person.account(role, new MarketplaceId(newId()), username);
  }
}
