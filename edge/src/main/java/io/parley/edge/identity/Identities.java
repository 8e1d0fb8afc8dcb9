package io.parley.edge.identity;

import io.parley.edge.EdgeProperties;
import io.parley.edge.problem.Problem;
import io.parley.schemas.Ids;
import io.parley.schemas.command.Actor;
import jakarta.servlet.http.HttpServletRequest;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;
import javax.crypto.spec.SecretKeySpec;
import org.springframework.http.HttpHeaders;
import org.springframework.security.oauth2.jose.jws.MacAlgorithm;
import org.springframework.security.oauth2.jose.jws.SignatureAlgorithm;
import org.springframework.security.oauth2.jwt.BadJwtException;
import org.springframework.security.oauth2.jwt.JwtDecoder;
import org.springframework.security.oauth2.jwt.JwtException;
import org.springframework.security.oauth2.jwt.JwtTimestampValidator;
import org.springframework.security.oauth2.jwt.NimbusJwtDecoder;

/// Finds out who is asking. Accounts live in the marketplace: its tokens are verified here, by a
/// shared key or its published keys. A guest is whoever knows a guest session.
public final class Identities {
  /// The header in which a guest sends its session.
  public static final String GUEST_HEADER = "X-Guest-Session";

  private static final Pattern AUTHORIZATION =
      Pattern.compile("(?:Bearer|Token)\\s+(\\S+)\\s*", Pattern.CASE_INSENSITIVE);

  private final JwtDecoder decoder;

  private Identities(JwtDecoder decoder) {
    this.decoder = decoder;
  }

  /// As configured; refuses to start without a key.
  public static Identities of(EdgeProperties.Jwt jwt) {
    var decoder = decoder(jwt);
    decoder.setJwtValidator(new JwtTimestampValidator(jwt.clockSkew()));
    return new Identities(decoder);
  }

  private static NimbusJwtDecoder decoder(EdgeProperties.Jwt jwt) {
    if (jwt.jwksUri() != null) {
      return NimbusJwtDecoder.withJwkSetUri(jwt.jwksUri().toString())
          .jwsAlgorithm(SignatureAlgorithm.RS256)
          .jwsAlgorithm(SignatureAlgorithm.ES256)
          .build();
    }
    if (jwt.secret() != null && jwt.secret().getBytes(StandardCharsets.UTF_8).length >= 32) {
      var key = new SecretKeySpec(jwt.secret().getBytes(StandardCharsets.UTF_8), "HmacSHA256");
      return NimbusJwtDecoder.withSecretKey(key).macAlgorithm(MacAlgorithm.HS256).build();
    }
    throw new IllegalStateException(
        "Tokens cannot be verified: set parley.edge.jwt.jwks-uri, or parley.edge.jwt.secret to at least 32 bytes.");
  }

  /// The account that a token speaks for.
  public Caller ofToken(String token) {
    try {
      var jwt = decoder.decode(token);
      return new Caller(Claims.account(jwt), null, token, jwt.getExpiresAt());
    } catch (BadJwtException | IllegalArgumentException e) {
      throw new InvalidCredentials("The token is not valid.");
    } catch (JwtException e) {
      throw Problem.unavailable(
          "keys_unavailable", "The marketplace's keys cannot be read for the moment.", 5);
    }
  }

  /// The guest that knows this session. Whether there is such a session is not known here.
  public Caller ofGuest(UUID session) {
    return new Caller(new Actor.Guest(Ids.guest(session)), session, null, null);
  }

  /// Who sends this request: the account of `Authorization`, or else the guest of
  /// `X-Guest-Session`; empty when it has neither.
  public Optional<Caller> ofRequest(HttpServletRequest request) {
    return of(request.getHeader(HttpHeaders.AUTHORIZATION), request.getHeader(GUEST_HEADER));
  }

  /// The same from the two headers' values.
  public Optional<Caller> of(
      @org.jspecify.annotations.Nullable String authorization,
      @org.jspecify.annotations.Nullable String guestSession) {
    if (authorization != null) {
      var matcher = AUTHORIZATION.matcher(authorization);
      if (!matcher.matches()) {
        throw new InvalidCredentials("Authorization must be 'Bearer' or 'Token' and a token.");
      }
      return Optional.of(ofToken(matcher.group(1)));
    }
    return Optional.ofNullable(guestSession).map(Identities::session).map(this::ofGuest);
  }

  /// A guest session from its text form.
  public static UUID session(String text) {
    try {
      var session = UUID.fromString(text.strip());
      if (session.toString().equalsIgnoreCase(text.strip())) {
        return session;
      }
    } catch (IllegalArgumentException e) {
      // told below, like every other form that is none
    }
    throw new InvalidCredentials("A guest session is a UUID.");
  }
}
