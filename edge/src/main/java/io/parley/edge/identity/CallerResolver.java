package io.parley.edge.identity;

import io.parley.edge.problem.Problem;
import jakarta.servlet.http.HttpServletRequest;
import org.jspecify.annotations.Nullable;
import org.springframework.core.MethodParameter;
import org.springframework.web.bind.support.WebDataBinderFactory;
import org.springframework.web.context.request.NativeWebRequest;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.method.support.ModelAndViewContainer;

/// Gives a controller its [Caller], or answers 401.
public final class CallerResolver implements HandlerMethodArgumentResolver {
  private final Identities identities;

  /// Asks these identities.
  public CallerResolver(Identities identities) {
    this.identities = identities;
  }

  @Override
  public boolean supportsParameter(MethodParameter parameter) {
    return parameter.getParameterType() == Caller.class;
  }

  @Override
  public Caller resolveArgument(
      MethodParameter parameter,
      @Nullable ModelAndViewContainer container,
      NativeWebRequest request,
      @Nullable WebDataBinderFactory factory) {
    var servletRequest = request.getNativeRequest(HttpServletRequest.class);
    try {
      return java.util.Optional.ofNullable(servletRequest)
          .flatMap(identities::ofRequest)
          .orElseThrow(CallerResolver::nobody);
    } catch (InvalidCredentials e) {
      throw Problem.unauthorized("credentials_invalid", String.valueOf(e.getMessage()));
    }
  }

  private static Problem nobody() {
    return Problem.unauthorized(
        "not_authenticated", "Send 'Authorization: Bearer <token>' or 'X-Guest-Session'.");
  }
}
