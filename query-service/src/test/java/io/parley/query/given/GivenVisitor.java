package io.parley.query.given;

import io.parley.schemas.Connection;
import io.parley.schemas.Ids;
import io.parley.schemas.Visitor;
import io.parley.schemas.event.EventEnvelope;
import io.parley.schemas.event.VisitorEvent.VisitorIntroduced;
import java.util.List;
import java.util.UUID;

/// Somebody who visits public rooms, introduced or not.
public final class GivenVisitor {
  private static final UUID NODE = UUID.randomUUID();

  private final Chain chain;
  private Visitor now;

  private GivenVisitor(String username, String color) {
    var id = Ids.visitor(UUID.randomUUID().toString());
    this.chain = Chain.ofVisitor(id);
    this.now = new Visitor(id, username, color);
  }

  /// Somebody who has not introduced itself.
  public static GivenVisitor stranger(String username) {
    return new GivenVisitor(username, "#007bff");
  }

  /// Somebody who has.
  public static GivenVisitor introduced(String username) {
    return stranger(username).introduces(username, "#007bff");
  }

  /// A socket that no other test knows.
  public static Connection socket() {
    return new Connection(NODE, UUID.randomUUID());
  }

  public GivenVisitor introduces(String username, String color) {
    named(username, color);
    chain.add(new VisitorIntroduced(now));
    return this;
  }

  /// Is called otherwise from now on, which nothing tells yet.
  public GivenVisitor named(String username, String color) {
    now = new Visitor(now.id(), username, color);
    return this;
  }

  public UUID id() {
    return now.id();
  }

  public Visitor now() {
    return now;
  }

  public List<EventEnvelope> events() {
    return chain.events();
  }
}
