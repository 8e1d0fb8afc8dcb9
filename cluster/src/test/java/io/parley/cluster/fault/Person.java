package io.parley.cluster.fault;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.security.GeneralSecurityException;
import java.time.Instant;
import java.util.Base64;
import java.util.UUID;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/// Somebody who comes in, and the header that says who it is.
record Person(String name, String header, String value) {
  private static final long VALID_SECONDS = 86_400;

  static Person buyer(int id, String secret) {
    return account("buyer " + id, id, "\"roles\":[\"buyer\"]", secret);
  }

  static Person vendor(int id, String secret) {
    return account("vendor " + id, id, "\"roles\":[\"vendor\"],\"vendor_id\":" + id, secret);
  }

  static Person guest(UUID session) {
    return new Person("a guest", "X-Guest-Session", session.toString());
  }

  private static Person account(String name, int id, String more, String secret) {
    long end = Instant.now().getEpochSecond() + VALID_SECONDS;
    String claims =
        "{\"sub\":\"%d\",\"username\":\"سارا %d\",\"exp\":%d,%s}".formatted(id, id, end, more);
    String signed =
        base64("{\"alg\":\"HS256\"}".getBytes(UTF_8)) + "." + base64(claims.getBytes(UTF_8));
    return new Person(name, "Authorization", "Bearer " + signed + "." + signature(signed, secret));
  }

  private static String signature(String text, String secret) {
    try {
      var mac = Mac.getInstance("HmacSHA256");
      mac.init(new SecretKeySpec(secret.getBytes(UTF_8), "HmacSHA256"));
      return base64(mac.doFinal(text.getBytes(UTF_8)));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }

  private static String base64(byte[] bytes) {
    return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
  }
}
