package io.parley.edge.problem;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.parley.edge.publicchat.PublicPaths;
import io.parley.schemas.Json;
import io.parley.schemas.reply.Refusal;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;

/// Something that was not done, and what the caller is told: an HTTP status, a stable `code`, a
/// sentence, and in how many seconds to try again where that helps.
public final class Problem extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final int status;
  private final String code;
  private final @Nullable Integer retryAfterSeconds;

  /// A problem that trying again does not mend.
  public Problem(int status, String code, String detail) {
    this(status, code, detail, null);
  }

  private Problem(int status, String code, String detail, @Nullable Integer retryAfterSeconds) {
    super(detail, null, false, false);
    this.status = status;
    this.code = code;
    this.retryAfterSeconds = retryAfterSeconds;
  }

  /// What a refused command is over HTTP.
  public static Problem of(Refusal refusal) {
    int status =
        switch (refusal) {
          case ROOM_NOT_FOUND,
              MESSAGE_NOT_FOUND,
              GUEST_SESSION_NOT_FOUND,
              VISITOR_NOT_FOUND,
              REPLY_NOT_FOUND ->
              404;
          case NOT_THE_AUTHOR, NOT_ALLOWED, NOT_IN_ROOM, OWN_SHOP -> 403;
          case MESSAGE_DELETED,
              EDIT_WINDOW_OVER,
              COMMAND_ID_REUSED,
              ROOM_FULL,
              GUEST_SESSION_LINKED,
              TOO_MANY_ROOMS,
              TOO_MANY_REPORTS,
              TOO_MANY_CONNECTIONS,
              SHORTCUT_TAKEN,
              TOO_MANY_REPLIES,
              COMMAND_DEAD ->
              409;
          case CONTENT_BLANK, CONTENT_TOO_LONG, CONTENT_INVALID, FILE_URL_INVALID -> 400;
        };
    return new Problem(status, refusal.code(), refusal.explanation());
  }

  /// 400: the request itself is wrong.
  public static Problem badRequest(String code, String detail) {
    return new Problem(400, code, detail);
  }

  /// 401: nobody is asking, or somebody whose credentials do not hold.
  public static Problem unauthorized(String code, String detail) {
    return new Problem(401, code, detail);
  }

  /// 403: whoever asks may not.
  public static Problem forbidden(String code, String detail) {
    return new Problem(403, code, detail);
  }

  /// 404: there is no such thing, for this caller.
  public static Problem notFound(String code, String detail) {
    return new Problem(404, code, detail);
  }

  /// 503: not now; the same request may be sent again after that many seconds.
  public static Problem unavailable(String code, String detail, int retryAfterSeconds) {
    return new Problem(503, code, detail, retryAfterSeconds);
  }

  /// The HTTP status.
  public int status() {
    return status;
  }

  /// The stable code, in snake case.
  public String code() {
    return code;
  }

  /// The sentence for people.
  public String detail() {
    return String.valueOf(getMessage());
  }

  /// In how many seconds to try again, or null when that does not help.
  public @Nullable Integer retryAfterSeconds() {
    return retryAfterSeconds;
  }

  /// The body, RFC 9457 with `code` and `retry_after` beside the standard members; the public chat
  /// has its own shape.
  private Object body(String instance) {
    if (PublicPaths.isPublic(instance)) {
      return Map.of("detail", detail());
    }
    var known = HttpStatus.resolve(status);
    String title = known == null ? "Error" : known.getReasonPhrase();
    return new Body("about:blank", title, status, detail(), instance, code, retryAfterSeconds);
  }

  /// As an answer of a controller.
  ResponseEntity<Object> response(String instance) {
    return ResponseEntity.status(status)
        .contentType(contentType(instance))
        .headers(headers())
        .body(body(instance));
  }

  /// Straight to the response, for filters, which no controller advice sees.
  public void write(HttpServletRequest request, HttpServletResponse response) throws IOException {
    response.setStatus(status);
    response.setContentType(contentType(request.getRequestURI()).toString());
    headers().forEach((name, values) -> response.setHeader(name, values.getFirst()));
    response
        .getOutputStream()
        .write(Json.mapper().writeValueAsBytes(body(request.getRequestURI())));
  }

  private static MediaType contentType(String instance) {
    return PublicPaths.isPublic(instance)
        ? MediaType.APPLICATION_JSON
        : MediaType.APPLICATION_PROBLEM_JSON;
  }

  private HttpHeaders headers() {
    var headers = new HttpHeaders();
    if (retryAfterSeconds != null) {
      headers.set(HttpHeaders.RETRY_AFTER, retryAfterSeconds.toString());
    }
    if (status == 401) {
      headers.set(HttpHeaders.WWW_AUTHENTICATE, "Bearer");
    }
    return headers;
  }

  @JsonInclude(JsonInclude.Include.NON_NULL)
  record Body(
      String type,
      String title,
      int status,
      String detail,
      String instance,
      String code,
      @Nullable Integer retryAfter) {}
}
