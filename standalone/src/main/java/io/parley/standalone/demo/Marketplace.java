package io.parley.standalone.demo;

import io.parley.schemas.MarketplaceId;
import io.parley.schemas.Product;
import io.parley.schemas.command.Role;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Three vendors with a dozen products, and people to try them with.
public record Marketplace(List<Vendor> vendors, List<Account> accounts) {

  /// A shop and what it sells.
  public record Vendor(MarketplaceId id, String name, List<Product> products) {}

  /// Somebody to get a token for.
  public record Account(
      MarketplaceId userId, String username, Set<Role> roles, @Nullable MarketplaceId vendorId) {}

  /// A vendor's product.
  Optional<Product> find(MarketplaceId vendorId, MarketplaceId productId) {
    return vendors.stream()
        .filter(vendor -> vendor.id().equals(vendorId))
        .flatMap(vendor -> vendor.products().stream())
        .filter(product -> product.id().equals(productId))
        .findFirst();
  }

  static Marketplace demo() {
    return new Marketplace(
        List.of(
            vendor(
                1,
                "فرش‌سرای اصفهان",
                product(101, "فرش دستباف اصفهان", 185_000_000),
                product(102, "گلیم قشقایی", 24_500_000),
                product(103, "گبه شیرازی", 31_000_000),
                product(104, "پشتی ترکمن", 4_800_000)),
            vendor(
                2,
                "زعفران خراسان",
                product(201, "زعفران سرگل قائنات", 1_950_000),
                product(202, "زرشک پفکی", 420_000),
                product(203, "پسته اکبری", 1_100_000),
                product(204, "چای کوهی دماوند", 260_000)),
            vendor(
                3,
                "کتاب‌فروشی نیم‌فاصله",
                product(301, "شاهنامهٔ فردوسی", 1_480_000),
                product(302, "دیوان حافظ", 690_000),
                product(303, "بوستان و گلستان", 750_000),
                product(304, "قلم‌نی خوشنویسی", 180_000))),
        List.of(
            account(42, "سارا", Role.BUYER, null),
            account(43, "রহিম", Role.BUYER, null),
            account(7, "اصفهانی", Role.VENDOR, 1),
            account(8, "خراسانی", Role.VENDOR, 2),
            account(9, "کتاب‌دار", Role.VENDOR, 3),
            account(1, "admin", Role.ADMIN, null),
            account(2, "auditor", Role.AUDITOR, null)));
  }

  private static Vendor vendor(int id, String name, Product... products) {
    return new Vendor(id(id), name, List.of(products));
  }

  private static Product product(int id, String title, long rials) {
    return new Product(id(id), title, "/products/" + id, "/images/" + id + ".svg", rials);
  }

  private static Account account(int id, String username, Role role, @Nullable Integer vendorId) {
    return new Account(id(id), username, Set.of(role), vendorId == null ? null : id(vendorId));
  }

  private static MarketplaceId id(int id) {
    return new MarketplaceId(String.valueOf(id));
  }
}
