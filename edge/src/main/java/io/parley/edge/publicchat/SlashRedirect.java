package io.parley.edge.publicchat;

import io.parley.schemas.Json;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Map;
import org.springframework.http.HttpHeaders;
import org.springframework.web.filter.OncePerRequestFilter;

/// The public chat's paths end with a slash: a GET without it is sent there, anything with a body,
/// which a redirect would lose, is told that there is nothing.
public final class SlashRedirect extends OncePerRequestFilter {
  @Override
  protected boolean shouldNotFilter(HttpServletRequest request) {
    String path = request.getRequestURI();
    return path.endsWith("/")
        || !PublicPaths.isPublic(path)
        || request.getMethod().equals("OPTIONS");
  }

  @Override
  protected void doFilterInternal(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws ServletException, IOException {
    switch (request.getMethod()) {
      case "GET", "HEAD" -> {
        String query = request.getQueryString() == null ? "" : "?" + request.getQueryString();
        response.setStatus(HttpServletResponse.SC_MOVED_PERMANENTLY);
        response.setHeader(HttpHeaders.LOCATION, request.getRequestURI() + "/" + query);
      }
      default -> {
        response.setStatus(HttpServletResponse.SC_NOT_FOUND);
        response.setContentType("application/json");
        var body = Map.of("detail", Text.NOT_FOUND.in(Language.of(request)));
        response.getOutputStream().write(Json.mapper().writeValueAsBytes(body));
      }
    }
  }
}
