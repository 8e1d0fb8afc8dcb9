package io.parley.standalone.client;

import com.nimbusds.jose.util.Base64URL;
import io.parley.schemas.MarketplaceId;
import io.parley.schemas.command.Role;
import io.parley.standalone.demo.DevTokens;
import java.time.Instant;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;

/// A Parley that runs on a port of this machine, and the people who come to it. Each is new, so
/// that tests can share one Parley.
public record Parley(int port, String key) {
  private static final AtomicInteger IDS = new AtomicInteger(1000);

  public Client buyer() {
    return buyer("سارا");
  }

  public Client buyer(String username) {
    int id = IDS.incrementAndGet();
    return account(id, token(id, username, Role.BUYER));
  }

  /// Of a shop of its own.
  public Client vendor() {
    return colleague(IDS.incrementAndGet());
  }

  /// Somebody who answers for this vendor.
  public Client colleague(int vendorId) {
    int id = IDS.incrementAndGet();
    var vendor = new MarketplaceId(Integer.toString(vendorId));
    var token = tokens().token(id(id), "اصفهانی", Set.of(Role.VENDOR), vendor);
    return account(id, token).of(vendorId);
  }

  public Client admin() {
    int id = IDS.incrementAndGet();
    return account(id, token(id, "admin", Role.ADMIN));
  }

  public Client auditor() {
    int id = IDS.incrementAndGet();
    return account(id, token(id, "auditor", Role.AUDITOR));
  }

  /// Somebody whose browser has just become a guest.
  public Client guest() {
    var opened = nobody().post("/guest-session/", Map.of("identifier", "مرورگر")).expect(201);
    return guest(opened.id("session_id")).seeing(opened);
  }

  /// Somebody who says that this is its session.
  public Client guest(UUID session) {
    return Client.of(this, session);
  }

  public Client nobody() {
    return Client.of(this);
  }

  /// With a token that has ended.
  public Client expired() {
    var ended = Instant.now().minusSeconds(60);
    return account(42, tokens().token(id(42), "سارا", Set.of(Role.ADMIN), null, ended));
  }

  /// With a token that somebody else signed.
  public Client foreign() {
    var others = new DevTokens("another marketplace's key of 32 bytes");
    return account(42, others.token(id(42), "سارا", Set.of(Role.ADMIN), null));
  }

  /// With a token that nobody signed.
  public Client unsigned() {
    String claims = "{\"sub\":\"42\",\"username\":\"سارا\",\"roles\":[\"admin\"]}";
    String header = "{\"alg\":\"none\",\"typ\":\"JWT\"}";
    return account(42, Base64URL.encode(header) + "." + Base64URL.encode(claims) + ".");
  }

  private String token(int id, String username, Role role) {
    return tokens().token(id(id), username, Set.of(role), null);
  }

  private DevTokens tokens() {
    return new DevTokens(key);
  }

  private static MarketplaceId id(int id) {
    return new MarketplaceId(Integer.toString(id));
  }

  private Client account(int id, String token) {
    return Client.of(this, id, token);
  }
}
