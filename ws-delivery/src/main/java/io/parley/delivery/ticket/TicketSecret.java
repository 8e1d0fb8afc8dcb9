package io.parley.delivery.ticket;

import io.parley.edge.identity.InvalidCredentials;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Base64;
import javax.crypto.Cipher;
import javax.crypto.KDF;
import javax.crypto.SecretKey;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.HKDFParameterSpec;
import org.jspecify.annotations.Nullable;

/// What only the holder of a ticket has: 32 random bytes. From them come the ticket's public id
/// and the key that its credentials are sealed with, so whoever reads the log learns neither who
/// the ticket is for nor how to use it. The key seals once, so its nonce is zero.
final class TicketSecret {
  private static final SecureRandom RANDOM = new SecureRandom();
  private static final int BYTES = 32;
  private static final int ID_BYTES = 16;
  private static final GCMParameterSpec NONCE = new GCMParameterSpec(128, new byte[12]);

  private final byte[] bytes;

  private TicketSecret(byte[] bytes) {
    this.bytes = bytes;
  }

  static TicketSecret random() {
    byte[] bytes = new byte[BYTES];
    RANDOM.nextBytes(bytes);
    return new TicketSecret(bytes);
  }

  /// From a ticket's text; throws [InvalidCredentials] for what is none.
  static TicketSecret of(String ticket) {
    byte[] bytes = decoded(ticket);
    if (bytes == null || bytes.length != BYTES) {
      throw new InvalidCredentials("That is no ticket.");
    }
    return new TicketSecret(bytes);
  }

  private static byte @Nullable [] decoded(String ticket) {
    try {
      return Base64.getUrlDecoder().decode(ticket);
    } catch (IllegalArgumentException e) {
      return null;
    }
  }

  /// What is handed out.
  String text() {
    return text(bytes);
  }

  /// By what the log knows the ticket.
  String id() {
    try {
      return text(kdf().deriveData(spec("parley ticket id", ID_BYTES)));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }

  String seal(byte[] plain) {
    return text(cipher(Cipher.ENCRYPT_MODE, plain));
  }

  byte[] open(String sealed) {
    return cipher(Cipher.DECRYPT_MODE, Base64.getUrlDecoder().decode(sealed));
  }

  private byte[] cipher(int mode, byte[] input) {
    try {
      SecretKey key = kdf().deriveKey("AES", spec("parley ticket key", 32));
      var cipher = Cipher.getInstance("AES/GCM/NoPadding");
      cipher.init(mode, key, NONCE);
      return cipher.doFinal(input);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }

  private static KDF kdf() throws GeneralSecurityException {
    return KDF.getInstance("HKDF-SHA256");
  }

  private HKDFParameterSpec spec(String purpose, int length) {
    return HKDFParameterSpec.ofExtract()
        .addIKM(bytes)
        .thenExpand(purpose.getBytes(StandardCharsets.US_ASCII), length);
  }

  private static String text(byte[] bytes) {
    return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
  }
}
