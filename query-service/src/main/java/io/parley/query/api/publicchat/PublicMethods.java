package io.parley.query.api.publicchat;

import io.parley.edge.publicchat.Language;
import io.parley.edge.publicchat.Text;
import jakarta.servlet.http.HttpServletRequest;
import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.util.ReflectionUtils;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.servlet.mvc.method.RequestMappingInfo;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/// Answers the methods that no controller does: what a path is for (`OPTIONS`), and 405 for what
/// cannot be done with it, wherever the controllers of the others run.
@Configuration(proxyBeanMethods = false)
class PublicMethods {
  private static final List<String> RENDERS = List.of("application/json", "text/html");
  private static final List<String> PARSES =
      List.of("application/json", "application/x-www-form-urlencoded", "multipart/form-data");

  PublicMethods(@Qualifier("requestMappingHandlerMapping") RequestMappingHandlerMapping mapping) {
    for (var resource : PublicResource.values()) {
      var handler = new Handler(resource);
      register(mapping, resource, handler, "options", RequestMethod.OPTIONS);
      register(mapping, resource, handler, "notAllowed", refused(resource));
    }
  }

  private static RequestMethod[] refused(PublicResource resource) {
    return Arrays.stream(RequestMethod.values())
        .filter(method -> method != RequestMethod.TRACE && !resource.allows(method.name()))
        .toArray(RequestMethod[]::new);
  }

  private static void register(
      RequestMappingHandlerMapping mapping,
      PublicResource resource,
      Handler handler,
      String name,
      RequestMethod... methods) {
    Method method =
        Objects.requireNonNull(
            ReflectionUtils.findMethod(Handler.class, name, HttpServletRequest.class));
    mapping.registerMapping(
        RequestMappingInfo.paths(resource.path())
            .methods(methods)
            .options(mapping.getBuilderConfiguration())
            .build(),
        handler,
        method);
  }

  /// What a path is for.
  record Description(String name, String description, List<String> renders, List<String> parses) {}

  /// Of one path.
  static final class Handler {
    private final PublicResource resource;

    Handler(PublicResource resource) {
      this.resource = resource;
    }

    ResponseEntity<Object> options(HttpServletRequest request) {
      return PublicAnswers.json(
          new Description(resource.title(), resource.description(), RENDERS, PARSES));
    }

    ResponseEntity<Object> notAllowed(HttpServletRequest request) {
      String text = Text.METHOD.in(Language.of(request), request.getMethod());
      return ResponseEntity.status(HttpStatus.METHOD_NOT_ALLOWED)
          .contentType(MediaType.APPLICATION_JSON)
          .body(Map.of("detail", text));
    }
  }
}
