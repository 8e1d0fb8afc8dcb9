package io.parley.delivery;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.MACSigner;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.PlainJWT;
import com.nimbusds.jwt.SignedJWT;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.List;

/// The marketplace's tokens, good and bad.
final class Tokens {
  static final String SECRET = "a secret that is shared with the marketplace";

  private Tokens() {}

  static String buyer(int account) {
    return signed(claims(account, "buyer", Duration.ofHours(1)).build(), SECRET);
  }

  static String buyer(int account, Duration lifetime) {
    return signed(claims(account, "buyer", lifetime).build(), SECRET);
  }

  static String vendor(int account, int vendor) {
    var claims = claims(account, "vendor", Duration.ofHours(1)).claim("vendor_id", vendor);
    return signed(claims.build(), SECRET);
  }

  static String admin(int account) {
    return signed(claims(account, "admin", Duration.ofHours(1)).build(), SECRET);
  }

  static String ofAnotherKey(int account) {
    return signed(
        claims(account, "buyer", Duration.ofHours(1)).build(),
        "a secret that the marketplace does not know");
  }

  static String unsigned(int account) {
    return new PlainJWT(claims(account, "admin", Duration.ofHours(1)).build()).serialize();
  }

  private static JWTClaimsSet.Builder claims(int account, String role, Duration lifetime) {
    return new JWTClaimsSet.Builder()
        .subject(String.valueOf(account))
        .claim("username", "user" + account)
        .claim("roles", List.of(role))
        .expirationTime(Date.from(Instant.now().plus(lifetime)));
  }

  private static String signed(JWTClaimsSet claims, String secret) {
    try {
      var jwt = new SignedJWT(new JWSHeader(JWSAlgorithm.HS256), claims);
      jwt.sign(new MACSigner(secret.getBytes(StandardCharsets.UTF_8)));
      return jwt.serialize();
    } catch (JOSEException e) {
      throw new IllegalStateException(e);
    }
  }
}
