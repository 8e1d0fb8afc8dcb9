package io.parley.edge;

import java.net.URI;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/// What every way in can be told.
///
/// @param allowedOrigins origins that a browser may come from, as patterns (`[*]` is any port)
/// @param maxBodyBytes the largest request body, in bytes
/// @param commandTimeout how long a command may take to be answered before its sender is told to
///     try again; what the brokers have not taken after this time, and at least a second, is given
///     up
/// @param maxCommandsInFlight how many commands may wait for their outcome at once
/// @param commandMaxBlock how long a thread that sends a command may wait for room in the buffer,
///     or to learn where the brokers are
/// @param commandBufferBytes how many bytes of commands may wait for the brokers
@ConfigurationProperties("parley.edge")
public record EdgeProperties(
    @DefaultValue({"http://localhost:[*]", "http://127.0.0.1:[*]"}) List<String> allowedOrigins,
    @DefaultValue("65536") int maxBodyBytes,
    @DefaultValue("5s") Duration commandTimeout,
    @DefaultValue("10000") int maxCommandsInFlight,
    @DefaultValue("1s") Duration commandMaxBlock,
    @DefaultValue("33554432") long commandBufferBytes,
    @DefaultValue Jwt jwt) {

  /// How tokens are verified: by a shared key, or by the keys that the marketplace publishes.
  ///
  /// @param secret the shared key of HS256, at least 32 bytes of UTF-8
  /// @param jwksUri where the public keys are (RS256 and ES256)
  /// @param clockSkew how far the marketplace's clock may be off
  public record Jwt(
      @Nullable String secret, @Nullable URI jwksUri, @DefaultValue("0s") Duration clockSkew) {}
}
