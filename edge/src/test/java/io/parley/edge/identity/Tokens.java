package io.parley.edge.identity;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.JWSObject;
import com.nimbusds.jose.JWSSigner;
import com.nimbusds.jose.Payload;
import com.nimbusds.jose.crypto.MACSigner;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jose.jwk.RSAKey;
import io.parley.schemas.Json;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Base64;
import java.util.HashMap;
import java.util.Map;

/// Tokens as a marketplace makes them, and as it would never make them.
final class Tokens {
  static final String SECRET = "a secret of the tests, 32 bytes or more";

  private Tokens() {}

  /// Sara's claims, with these over them.
  static Map<String, Object> claims(Object... more) {
    var claims = new HashMap<String, Object>();
    claims.put("sub", "42");
    claims.put("username", "سارا");
    claims.put("exp", Instant.now().plusSeconds(600).getEpochSecond());
    for (int i = 0; i < more.length; i += 2) {
      claims.put((String) more[i], more[i + 1]);
    }
    return claims;
  }

  static String hs256(Map<String, Object> claims) {
    return hs256(SECRET, claims);
  }

  static String hs256(String secret, Map<String, Object> claims) {
    try {
      return signed(new JWSHeader(JWSAlgorithm.HS256), new MACSigner(secret), claims);
    } catch (JOSEException e) {
      throw new IllegalStateException(e);
    }
  }

  static String rs256(RSAKey key, Map<String, Object> claims) {
    try {
      var header = new JWSHeader.Builder(JWSAlgorithm.RS256).keyID(key.getKeyID()).build();
      return signed(header, new RSASSASigner(key), claims);
    } catch (JOSEException e) {
      throw new IllegalStateException(e);
    }
  }

  /// Signed by nobody.
  static String unsigned(Map<String, Object> claims) {
    return base64("{\"alg\":\"none\"}") + "." + base64(json(claims)) + ".";
  }

  private static String signed(JWSHeader header, JWSSigner signer, Map<String, Object> claims)
      throws JOSEException {
    var jws = new JWSObject(header, new Payload(json(claims)));
    jws.sign(signer);
    return jws.serialize();
  }

  private static String json(Map<String, Object> claims) {
    return Json.mapper().writeValueAsString(claims);
  }

  private static String base64(String text) {
    return Base64.getUrlEncoder()
        .withoutPadding()
        .encodeToString(text.getBytes(StandardCharsets.UTF_8));
  }
}
