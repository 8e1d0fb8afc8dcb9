package io.parley.edge.problem;

import io.parley.edge.publicchat.Language;
import io.parley.edge.publicchat.PublicPaths;
import io.parley.edge.publicchat.PublicProblem;
import io.parley.edge.publicchat.Text;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.ResponseEntity;
import org.springframework.http.converter.HttpMessageNotReadableException;
import org.springframework.web.ErrorResponse;
import org.springframework.web.HttpMediaTypeNotSupportedException;
import org.springframework.web.HttpRequestMethodNotSupportedException;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;
import org.springframework.web.context.request.ServletWebRequest;
import org.springframework.web.context.request.WebRequest;
import org.springframework.web.multipart.MultipartException;
import org.springframework.web.servlet.NoHandlerFoundException;
import org.springframework.web.servlet.mvc.method.annotation.ResponseEntityExceptionHandler;
import org.springframework.web.servlet.resource.NoResourceFoundException;
import tools.jackson.databind.DatabindException;

/// Turns whatever goes wrong in a request into problem details: our own problems, and those that
/// Spring finds (no such path, wrong method, unreadable body, …).
@RestControllerAdvice
public class ProblemAdvice extends ResponseEntityExceptionHandler {
  private static final Logger LOG = LoggerFactory.getLogger(ProblemAdvice.class);

  @ExceptionHandler(Problem.class)
  ResponseEntity<Object> problem(Problem problem, HttpServletRequest request) {
    return problem.response(request.getRequestURI());
  }

  @ExceptionHandler(PublicProblem.class)
  ResponseEntity<Object> publicProblem(PublicProblem problem) {
    return problem.response();
  }

  @ExceptionHandler(MultipartException.class)
  ResponseEntity<Object> multipart(HttpServletRequest request) {
    return Problem.badRequest("body_unreadable", "Multipart form parse error.")
        .response(request.getRequestURI());
  }

  @ExceptionHandler(Exception.class)
  ResponseEntity<Object> unexpected(Exception e, HttpServletRequest request) {
    LOG.error("{} {} failed", request.getMethod(), request.getRequestURI(), e);
    return new Problem(500, "internal", "Something went wrong here.")
        .response(request.getRequestURI());
  }

  @Override
  protected ResponseEntity<Object> handleHttpMessageNotReadable(
      HttpMessageNotReadableException e,
      HttpHeaders headers,
      HttpStatusCode status,
      WebRequest request) {
    var problem =
        e.getRootCause() instanceof Problem inner
            ? inner
            : Problem.badRequest("body_unreadable", explain(e.getCause()));
    return problem.response(path(request));
  }

  @Override
  protected ResponseEntity<Object> handleExceptionInternal(
      Exception e,
      @Nullable Object body,
      HttpHeaders headers,
      HttpStatusCode status,
      WebRequest request) {
    var known = HttpStatus.resolve(status.value());
    String code = known == null ? "error" : known.name().toLowerCase(Locale.ROOT);
    String detail = PublicPaths.isPublic(path(request)) ? publicDetail(e, request) : detail(e);
    var answer = new Problem(status.value(), code, detail).response(path(request));
    var merged = new HttpHeaders(headers);
    merged.putAll(answer.getHeaders());
    return new ResponseEntity<>(answer.getBody(), merged, status);
  }

  private static String detail(Exception e) {
    String said = e instanceof ErrorResponse error ? error.getBody().getDetail() : null;
    return said == null ? "This request cannot be handled." : said;
  }

  /// As the public chat has always said it.
  private static String publicDetail(Exception e, WebRequest request) {
    var language =
        request instanceof ServletWebRequest servlet
            ? Language.of(servlet.getRequest())
            : Language.BANGLA;
    return switch (e) {
      case HttpRequestMethodNotSupportedException method ->
          Text.METHOD.in(language, method.getMethod());
      case HttpMediaTypeNotSupportedException type ->
          Text.MEDIA_TYPE.in(language, String.valueOf(type.getContentType()));
      case NoResourceFoundException _, NoHandlerFoundException _ -> Text.NOT_FOUND.in(language);
      default -> detail(e);
    };
  }

  /// Names the field, never the classes behind it.
  private static String explain(@Nullable Throwable cause) {
    if (cause instanceof DatabindException e && !e.getPath().isEmpty()) {
      var field = new StringBuilder();
      for (var step : e.getPath()) {
        field.append(field.isEmpty() ? "" : ".").append(step.getPropertyName());
      }
      return "The value of '" + field + "' has a wrong type or form.";
    }
    return "The body is not the JSON object that is expected here.";
  }

  private static String path(WebRequest request) {
    return request instanceof ServletWebRequest servlet ? servlet.getRequest().getRequestURI() : "";
  }
}
