package io.parley.query.api;

import jakarta.servlet.http.HttpServletRequest;
import org.springframework.http.server.ServletServerHttpRequest;
import org.springframework.web.util.UriComponentsBuilder;

/// Absolute addresses like that of a request, as its client sees it: the server has taken host and
/// protocol from a proxy that it trusts.
public final class Links {
  private final UriComponentsBuilder self;

  private Links(UriComponentsBuilder self) {
    this.self = self;
  }

  /// Like that of this request, with a trailing slash.
  public static Links of(HttpServletRequest request) {
    var message = new ServletServerHttpRequest(request);
    var uri = UriComponentsBuilder.fromUri(message.getURI());
    return new Links(message.getURI().getRawPath().endsWith("/") ? uri : uri.path("/"));
  }

  /// The same request with another value of a parameter, which needs no encoding.
  public String with(String parameter, String value) {
    return self.cloneBuilder().replaceQueryParam(parameter, value).build(true).toUriString();
  }

  /// The same request without a parameter.
  public String without(String parameter) {
    return self.cloneBuilder().replaceQueryParam(parameter).build(true).toUriString();
  }

  /// What lies below the same path, as `rooms/`.
  public String below(String path) {
    return self.cloneBuilder().path(path).replaceQuery(null).build(true).toUriString();
  }

  /// The same request without one parameter and with another.
  String instead(String removed, String parameter, String value) {
    return self.cloneBuilder()
        .replaceQueryParam(removed)
        .replaceQueryParam(parameter, value)
        .build(true)
        .toUriString();
  }
}
