package io.parley.command;

import com.nimbusds.jose.jwk.source.ImmutableSecret;
import io.parley.schemas.command.Actor;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Locale;
import javax.crypto.spec.SecretKeySpec;
import org.springframework.security.oauth2.jose.jws.MacAlgorithm;
import org.springframework.security.oauth2.jwt.JwsHeader;
import org.springframework.security.oauth2.jwt.JwtClaimsSet;
import org.springframework.security.oauth2.jwt.JwtEncoderParameters;
import org.springframework.security.oauth2.jwt.NimbusJwtEncoder;

/// Tokens as the marketplace makes them.
final class Tokens {
  static final String SECRET = "a secret of the tests, 32 bytes or more";

  private Tokens() {}

  static String of(Actor.Account account) {
    return of(account, SECRET, Instant.now().plusSeconds(3600));
  }

  static String of(Actor.Account account, String secret, Instant expiresAt) {
    var roles = account.roles().stream().map(role -> role.name().toLowerCase(Locale.ROOT)).toList();
    var claims =
        JwtClaimsSet.builder()
            .subject(account.accountId().value())
            .claim("username", account.username())
            .claim("roles", roles)
            .expiresAt(expiresAt);
    if (account.vendorId() != null) {
      claims.claim("vendor_id", account.vendorId().value());
    }
    var key = new SecretKeySpec(secret.getBytes(StandardCharsets.UTF_8), "HmacSHA256");
    return new NimbusJwtEncoder(new ImmutableSecret<>(key))
        .encode(
            JwtEncoderParameters.from(JwsHeader.with(MacAlgorithm.HS256).build(), claims.build()))
        .getTokenValue();
  }
}
