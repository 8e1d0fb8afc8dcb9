package io.parley.standalone.demo;

import io.parley.edge.problem.Problem;
import io.parley.schemas.MarketplaceId;
import io.parley.schemas.MessageContent;
import io.parley.schemas.command.Role;
import java.util.EnumSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/// What a developer needs to try Parley, and what no production has: tokens for anybody.
@RestController
@RequestMapping("/api/dev")
final class DevController {
  private static final int MAX_USERNAME_LENGTH = 150;
  private static final String NOTE =
      "For development: the standalone start gives anybody a token for any account.";

  private final DevTokens tokens;
  private final Marketplace marketplace;

  DevController(DevTokens tokens, Marketplace marketplace) {
    this.tokens = tokens;
    this.marketplace = marketplace;
  }

  record Wanted(
      @Nullable MarketplaceId userId,
      @Nullable String username,
      @Nullable Set<Role> roles,
      @Nullable MarketplaceId vendorId) {}

  record Given(String token, String note) {}

  @PostMapping("/token")
  Given token(@RequestBody Wanted wanted) {
    if (wanted.userId() == null) {
      throw Problem.badRequest("user_id_missing", "user_id is required.");
    }
    String username =
        wanted.username() == null ? wanted.userId().value() : wanted.username().strip();
    if (username.isEmpty()
        || username.length() > MAX_USERNAME_LENGTH
        || !MessageContent.isText(username)) {
      throw Problem.badRequest("username_invalid", "username has 1 to 150 characters.");
    }
    var roles =
        wanted.roles() == null || wanted.roles().isEmpty()
            ? EnumSet.of(Role.BUYER)
            : wanted.roles();
    return new Given(tokens.token(wanted.userId(), username, roles, wanted.vendorId()), NOTE);
  }

  @GetMapping("/marketplace")
  Marketplace marketplace() {
    return marketplace;
  }
}
