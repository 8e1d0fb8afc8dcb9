package io.parley.edge.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.parley.edge.EdgeProperties;
import io.parley.schemas.Ids;
import io.parley.schemas.MarketplaceId;
import io.parley.schemas.command.Actor;
import io.parley.schemas.command.Role;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.mock.web.MockHttpServletRequest;

class IdentitiesTest {
  private static final UUID SESSION = UUID.fromString("0b6a2c34-9d7e-4f10-8a55-6f1f2f3a4b5c");
  private static final Identities IDENTITIES = identities(Duration.ZERO);

  private static Identities identities(Duration clockSkew) {
    return Identities.of(new EdgeProperties.Jwt(Tokens.SECRET, null, clockSkew));
  }

  static List<Map<String, Object>> oddClaims() {
    return List.of(
        Tokens.claims("sub", ""),
        Tokens.claims("sub", " 42"),
        Tokens.claims("sub", "x".repeat(65)),
        Tokens.claims("sub", List.of("42")),
        Tokens.claims("username", ""),
        Tokens.claims("username", "  "),
        Tokens.claims("username", 42),
        Tokens.claims("username", "ن".repeat(151)),
        Tokens.claims("username", "a\u0000b"),
        Tokens.claims("roles", "admin"),
        Tokens.claims("roles", Map.of("admin", true)),
        Tokens.claims("vendor_id", 1.5),
        Tokens.claims("vendor_id", "a b"),
        Tokens.claims("vendor_id", List.of(1)),
        Tokens.claims("exp", "soon"));
  }

  private static void assertInvalid(String token) {
    assertThatThrownBy(() -> IDENTITIES.ofToken(token))
        .isInstanceOf(InvalidCredentials.class)
        .hasMessage("The token is not valid.");
  }

  @Test
  void aTokenSpeaksForItsAccount() {
    var token =
        Tokens.hs256(Tokens.claims("roles", List.of("vendor", "buyer", "poet"), "vendor_id", 1));
    var caller = IDENTITIES.ofToken(token);

    assertThat(caller.actor())
        .isEqualTo(
            new Actor.Account(
                new MarketplaceId("42"),
                "سارا",
                Set.of(Role.VENDOR, Role.BUYER),
                new MarketplaceId("1")));
    assertThat(caller.token()).isEqualTo(token);
    assertThat(caller.guestSession()).isNull();
    assertThat(caller.expiresAt()).isAfter(Instant.now());
    assertThat(caller.vendor()).contains(new MarketplaceId("1"));
    assertThat(caller.isAdmin()).isFalse();
  }

  @Test
  void withoutRolesItIsABuyerAndWithoutANameItsId() {
    var claims = Tokens.claims("roles", List.of("poet"));
    claims.remove("username");
    var account = IDENTITIES.ofToken(Tokens.hs256(claims)).account().orElseThrow();

    assertThat(account.roles()).containsExactly(Role.BUYER);
    assertThat(account.username()).isEqualTo("42");
    assertThat(account.vendorId()).isNull();
  }

  @Test
  void aVendorIdWithoutTheRoleIsNoVendor() {
    var caller = IDENTITIES.ofToken(Tokens.hs256(Tokens.claims("vendor_id", "1")));

    assertThat(caller.vendor()).isEmpty();
  }

  @Test
  void anExpiredTokenIsNone() {
    var old = Tokens.claims("exp", Instant.now().minusSeconds(30).getEpochSecond());

    assertInvalid(Tokens.hs256(old));
    assertThat(identities(Duration.ofMinutes(1)).ofToken(Tokens.hs256(old)).account()).isPresent();
  }

  @Test
  void aTokenOfTomorrowIsNoneToday() {
    assertInvalid(
        Tokens.hs256(Tokens.claims("nbf", Instant.now().plusSeconds(3600).getEpochSecond())));
  }

  @Test
  void aTokenOfAnotherKeyIsNone() {
    assertInvalid(Tokens.hs256("another secret, just as long as ours", Tokens.claims()));
  }

  @Test
  void aTokenThatNobodySignedIsNone() {
    assertInvalid(Tokens.unsigned(Tokens.claims()));
    assertInvalid(Tokens.unsigned(Tokens.claims("roles", List.of("admin"))));
  }

  @Test
  void aTokenThatWasChangedIsNone() {
    var token = Tokens.hs256(Tokens.claims());
    var other = Tokens.hs256(Tokens.claims("sub", "1"));

    assertInvalid(
        other.substring(0, other.lastIndexOf('.')) + token.substring(token.lastIndexOf('.')));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "x", "a.b.c", "....", "eyJhbGciOiJIUzI1NiJ9..", "null", "🙂.🙂.🙂"})
  void garbageIsNoToken(String garbage) {
    assertInvalid(garbage);
  }

  @Test
  void aTokenWithoutASubjectIsNone() {
    var claims = Tokens.claims();
    claims.remove("sub");

    assertInvalid(Tokens.hs256(claims));
  }

  @ParameterizedTest
  @MethodSource("oddClaims")
  void claimsOfAnotherFormMakeItNone(Map<String, Object> claims) {
    assertInvalid(Tokens.hs256(claims));
  }

  @ParameterizedTest
  @ValueSource(strings = {"Bearer ", "Token ", "bearer ", "TOKEN   "})
  void bothSchemesAreHeard(String scheme) {
    assertThat(IDENTITIES.of(scheme + Tokens.hs256(Tokens.claims()), null))
        .hasValueSatisfying(caller -> assertThat(caller.actor().key()).isEqualTo("account:42"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "Bearer", "Bearer ", "Basic c2FyYTpzYXJh", "Bearer a b"})
  void otherSchemesAreRefusedAndNeverTakenForAGuest(String authorization) {
    assertThatThrownBy(() -> IDENTITIES.of(authorization, SESSION.toString()))
        .isInstanceOf(InvalidCredentials.class);
  }

  @Test
  void aGuestIsWhoKnowsItsSession() {
    var caller = IDENTITIES.of(null, SESSION.toString()).orElseThrow();

    assertThat(caller.actor()).isEqualTo(new Actor.Guest(Ids.guest(SESSION)));
    assertThat(caller.guestSession()).isEqualTo(SESSION);
    assertThat(caller.token()).isNull();
    assertThat(caller.expiresAt()).isNull();
    assertThat(caller.account()).isEmpty();
    assertThat(caller.isAdmin()).isFalse();
    assertThat(caller.actor().key()).doesNotContain(SESSION.toString());
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "1-1-1-1-1", "0b6a2c34", "0b6a2c34-9d7e-4f10-8a55-6f1f2f3a4b5c0"})
  void whatIsNoUuidIsNoSession(String session) {
    assertThatThrownBy(() -> IDENTITIES.of(null, session)).isInstanceOf(InvalidCredentials.class);
  }

  @Test
  void theAccountWinsOverTheGuest() {
    var request = new MockHttpServletRequest();
    request.addHeader("X-Guest-Session", SESSION.toString());
    assertThat(IDENTITIES.ofRequest(request).orElseThrow().account()).isEmpty();

    request.addHeader("Authorization", "Bearer " + Tokens.hs256(Tokens.claims()));
    assertThat(IDENTITIES.ofRequest(request).orElseThrow().account()).isPresent();
  }

  @Test
  void nobodyIsNobody() {
    assertThat(IDENTITIES.ofRequest(new MockHttpServletRequest())).isEmpty();
  }

  @Test
  void withoutAKeyOrWithAShortOneItDoesNotStart() {
    for (String secret : Arrays.asList(null, "", "x".repeat(31))) {
      assertThatThrownBy(() -> Identities.of(new EdgeProperties.Jwt(secret, null, Duration.ZERO)))
          .isInstanceOf(IllegalStateException.class)
          .hasMessageContaining("parley.edge.jwt.secret");
    }
  }
}
