package io.parley.query.given;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.MACSigner;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import io.parley.schemas.Person;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.List;

/// Tokens as the marketplace gives them out.
public final class Tokens {
  /// The key that is shared with the marketplace.
  public static final String KEY = "a key of at least thirty-two bytes, for tests";

  private static final String OTHER_KEY = "another key of at least thirty-two bytes, for tests";

  private Tokens() {}

  public static String buyer(Person person) {
    return signed(claims(person, "buyer"), KEY);
  }

  public static String vendor(Person person, String vendorId) {
    return signed(claims(person, "vendor").claim("vendor_id", vendorId), KEY);
  }

  public static String admin(Person person) {
    return signed(claims(person, "admin"), KEY);
  }

  public static String auditor(Person person) {
    return signed(claims(person, "auditor"), KEY);
  }

  public static String expired(Person person) {
    var anHourAgo = Date.from(Instant.now().minus(Duration.ofHours(1)));
    return signed(claims(person, "admin").expirationTime(anHourAgo), KEY);
  }

  public static String ofAnotherKey(Person person) {
    return signed(claims(person, "admin"), OTHER_KEY);
  }

  private static JWTClaimsSet.Builder claims(Person person, String role) {
    return new JWTClaimsSet.Builder()
        .subject(String.valueOf(person.accountId()))
        .claim("username", person.username())
        .claim("roles", List.of(role))
        .expirationTime(Date.from(Instant.now().plus(Duration.ofHours(1))));
  }

  private static String signed(JWTClaimsSet.Builder claims, String key) {
    try {
      var jwt = new SignedJWT(new JWSHeader(JWSAlgorithm.HS256), claims.build());
      jwt.sign(new MACSigner(key.getBytes(StandardCharsets.UTF_8)));
      return jwt.serialize();
    } catch (JOSEException e) {
      throw new IllegalStateException(e);
    }
  }
}
