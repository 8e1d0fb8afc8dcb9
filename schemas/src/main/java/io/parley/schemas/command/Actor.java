package io.parley.schemas.command;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import io.parley.schemas.MarketplaceId;
import io.parley.schemas.Person;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// Who wants something. The edge has made sure of it; whether they may is the aggregate's
/// decision.
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "kind")
@JsonSubTypes({
  @JsonSubTypes.Type(value = Actor.Account.class, name = "account"),
  @JsonSubTypes.Type(value = Actor.Guest.class, name = "guest"),
  @JsonSubTypes.Type(value = Actor.Visitor.class, name = "visitor"),
  @JsonSubTypes.Type(value = Actor.Policy.class, name = "policy")
})
public sealed interface Actor {
  /// What tells actors apart, `account:42`, `guest:<public id>`, `visitor:<public id>` or
  /// `policy:<name>`.
  String key();

  /// An account of the marketplace, as its token describes it.
  record Account(
      MarketplaceId accountId, String username, Set<Role> roles, @Nullable MarketplaceId vendorId)
      implements Actor {
    /// Whether the token gives this role.
    public boolean is(Role role) {
      return roles.contains(role);
    }

    /// Whether this account answers for the vendor.
    public boolean answersFor(MarketplaceId vendor) {
      return is(Role.VENDOR) && vendor.equals(vendorId);
    }

    @Override
    public String key() {
      return "account:" + accountId;
    }
  }

  /// A guest, by its public id.
  record Guest(UUID guestId) implements Actor {
    @Override
    public String key() {
      return "guest:" + guestId;
    }

    /// As others see this guest.
    public Person person() {
      return Person.guest(guestId);
    }
  }

  /// A visitor of the public rooms, by its public id.
  record Visitor(UUID visitorId) implements Actor {
    @Override
    public String key() {
      return "visitor:" + visitorId;
    }
  }

  /// A policy of ours that reacts to an event.
  record Policy(String name) implements Actor {
    @Override
    public String key() {
      return "policy:" + name;
    }
  }
}
