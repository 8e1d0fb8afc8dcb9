package io.parley.standalone.demo;

import com.nimbusds.jose.jwk.source.ImmutableSecret;
import io.parley.schemas.MarketplaceId;
import io.parley.schemas.command.Role;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import javax.crypto.spec.SecretKeySpec;
import org.jspecify.annotations.Nullable;
import org.springframework.security.oauth2.jose.jws.MacAlgorithm;
import org.springframework.security.oauth2.jwt.JwsHeader;
import org.springframework.security.oauth2.jwt.JwtClaimsSet;
import org.springframework.security.oauth2.jwt.JwtEncoder;
import org.springframework.security.oauth2.jwt.JwtEncoderParameters;
import org.springframework.security.oauth2.jwt.NimbusJwtEncoder;

/// Makes tokens as the marketplace would, valid for a day.
public final class DevTokens {
  private static final Duration VALID_FOR = Duration.ofDays(1);

  private final JwtEncoder encoder;

  /// Signs with this key (HS256).
  public DevTokens(String secret) {
    var key = new SecretKeySpec(secret.getBytes(StandardCharsets.UTF_8), "HmacSHA256");
    encoder = new NimbusJwtEncoder(new ImmutableSecret<>(key));
  }

  /// A token for an account.
  public String token(
      MarketplaceId userId, String username, Set<Role> roles, @Nullable MarketplaceId vendorId) {
    return token(userId, username, roles, vendorId, Instant.now().plus(VALID_FOR));
  }

  /// The same with another end.
  public String token(
      MarketplaceId userId,
      String username,
      Set<Role> roles,
      @Nullable MarketplaceId vendorId,
      Instant expiresAt) {
    var claims =
        JwtClaimsSet.builder()
            .subject(userId.value())
            .expiresAt(expiresAt)
            .claim("username", username)
            .claim("roles", names(roles));
    if (vendorId != null) {
      claims.claim("vendor_id", vendorId.json());
    }
    var header = JwsHeader.with(MacAlgorithm.HS256).build();
    return encoder.encode(JwtEncoderParameters.from(header, claims.build())).getTokenValue();
  }

  private static List<String> names(Set<Role> roles) {
    return roles.stream().map(role -> role.name().toLowerCase(Locale.ROOT)).toList();
  }
}
