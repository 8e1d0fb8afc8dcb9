package io.parley.command;

import io.parley.schemas.MarketplaceId;
import io.parley.schemas.ParticipantRole;
import io.parley.schemas.Person;
import io.parley.schemas.Product;
import io.parley.schemas.command.Actor;
import io.parley.schemas.command.Role;
import java.math.BigDecimal;
import java.util.Set;
import java.util.UUID;

/// The people of the tests, and the shop and the product that they talk about.
public final class People {
  public static final MarketplaceId SHOP = new MarketplaceId("1");
  public static final MarketplaceId OTHER_SHOP = new MarketplaceId("2");
  public static final Product SAFFRON =
      new Product(
          new MarketplaceId("123"),
          "زعفران سرگل قائنات",
          "https://bazaar.example/p/123",
          "/media/saffron.jpg",
          new BigDecimal("1250000"));

  public static final Actor.Account SARA = account("42", "سارا", Role.BUYER);
  public static final Actor.Account NASRIN = account("43", "নাসরিন", Role.BUYER);
  public static final Actor.Account ALI = staff("7", "علی", SHOP);
  public static final Actor.Account REZA = staff("8", "رضا", SHOP);
  public static final Actor.Account COMPETITOR = staff("9", "رقیب", OTHER_SHOP);
  public static final Actor.Account ADMIN = account("1", "مدیر", Role.ADMIN);
  public static final Actor.Account AUDITOR = account("5", "auditor", Role.AUDITOR);
  public static final Actor.Guest GUEST = guest(7);
  public static final Actor.Guest OTHER_GUEST = guest(8);
  public static final Actor.Policy POLICY = new Actor.Policy("when_something_then_else");

  private People() {}

  public static Actor.Account account(String id, String username, Role role) {
    return new Actor.Account(new MarketplaceId(id), username, Set.of(role), null);
  }

  public static Actor.Account staff(String id, String username, MarketplaceId shop) {
    return new Actor.Account(new MarketplaceId(id), username, Set.of(Role.VENDOR), shop);
  }

  public static Actor.Guest guest(int number) {
    return new Actor.Guest(new UUID(0x8000L | number, number));
  }

  public static Person buyer(Actor.Account account) {
    return as(ParticipantRole.BUYER, account);
  }

  public static Person vendor(Actor.Account account) {
    return as(ParticipantRole.VENDOR, account);
  }

  public static Person admin(Actor.Account account) {
    return as(ParticipantRole.ADMIN, account);
  }

  private static Person as(ParticipantRole role, Actor.Account account) {
    return Person.account(role, account.accountId(), account.username());
  }
}
