package io.parley.edge.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import com.sun.net.httpserver.HttpServer;
import io.parley.edge.EdgeProperties;
import io.parley.edge.problem.Problem;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/// Tokens verified by the keys that the marketplace publishes.
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class PublishedKeysTest {
  private final RSAKey published = key("published");
  private final HttpServer marketplace = marketplace(published);
  private final Identities identities =
      Identities.of(new EdgeProperties.Jwt(null, jwksUri(), Duration.ZERO));

  private static RSAKey key(String id) {
    try {
      return new RSAKeyGenerator(2048).keyID(id).generate();
    } catch (JOSEException e) {
      throw new IllegalStateException(e);
    }
  }

  private static HttpServer marketplace(RSAKey key) {
    try {
      var server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
      var keys = new JWKSet(key.toPublicJWK()).toString().getBytes(StandardCharsets.UTF_8);
      server.createContext(
          "/jwks",
          exchange -> {
            exchange.getResponseHeaders().add("Content-Type", "application/json");
            exchange.sendResponseHeaders(200, keys.length);
            exchange.getResponseBody().write(keys);
            exchange.close();
          });
      return server;
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
  }

  private URI jwksUri() {
    return URI.create("http://127.0.0.1:" + marketplace.getAddress().getPort() + "/jwks");
  }

  @BeforeAll
  void start() {
    marketplace.start();
  }

  @AfterAll
  void stop() {
    marketplace.stop(0);
  }

  @Test
  void aTokenOfAPublishedKeySpeaksForItsAccount() {
    var caller = identities.ofToken(Tokens.rs256(published, Tokens.claims()));

    assertThat(caller.actor().key()).isEqualTo("account:42");
  }

  @Test
  void keysThatCannotBeReadAreNotTheCallersFault() {
    var nobody =
        Identities.of(
            new EdgeProperties.Jwt(null, URI.create("http://127.0.0.1:1/jwks"), Duration.ZERO));
    var token = Tokens.rs256(published, Tokens.claims());

    assertThatThrownBy(() -> nobody.ofToken(token))
        .isInstanceOfSatisfying(
            Problem.class,
            problem -> {
              assertThat(problem.status()).isEqualTo(503);
              assertThat(problem.code()).isEqualTo("keys_unavailable");
            });
  }

  @Test
  void aTokenOfAnotherKeyIsNone() {
    assertInvalid(Tokens.rs256(key("published"), Tokens.claims()));
    assertInvalid(Tokens.rs256(key("other"), Tokens.claims()));
  }

  @Test
  void thePublishedKeyIsNoSharedSecret() throws JOSEException {
    var publicKey = published.toRSAPublicKey().getEncoded();
    var asSecret = new String(publicKey, StandardCharsets.ISO_8859_1);

    assertInvalid(Tokens.hs256(asSecret, Tokens.claims()));
    assertInvalid(Tokens.hs256(Tokens.claims()));
    assertInvalid(Tokens.unsigned(Tokens.claims()));
  }

  private void assertInvalid(String token) {
    assertThatThrownBy(() -> identities.ofToken(token)).isInstanceOf(InvalidCredentials.class);
  }
}
