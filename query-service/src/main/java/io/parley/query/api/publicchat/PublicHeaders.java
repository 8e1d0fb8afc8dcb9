package io.parley.query.api.publicchat;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Optional;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.HttpHeaders;
import org.springframework.web.servlet.HandlerInterceptor;
import org.springframework.web.servlet.HandlerMapping;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/// Says with every answer of the public chat what else can be done with its path, and what the
/// answer depends on.
@Configuration(proxyBeanMethods = false)
class PublicHeaders implements WebMvcConfigurer, HandlerInterceptor {
  @Override
  public void addInterceptors(InterceptorRegistry registry) {
    registry.addInterceptor(this).addPathPatterns("/api", "/api/**");
  }

  @Override
  public boolean preHandle(
      HttpServletRequest request, HttpServletResponse response, Object handler) {
    resource(request)
        .ifPresent(
            resource -> {
              response.setHeader(HttpHeaders.ALLOW, resource.allow());
              response.addHeader(HttpHeaders.VARY, "Accept, Accept-Language");
              response.setHeader("X-Content-Type-Options", "nosniff");
            });
    return true;
  }

  /// What the request is about, once a handler was found for it.
  static Optional<PublicResource> resource(HttpServletRequest request) {
    return Optional.ofNullable(request.getAttribute(HandlerMapping.BEST_MATCHING_PATTERN_ATTRIBUTE))
        .flatMap(pattern -> PublicResource.at(pattern.toString()));
  }
}
