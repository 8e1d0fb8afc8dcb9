package io.parley.edge.publicchat;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;

/// What the public chat's REST API did not do, in its own shapes: `{"detail": text}`, the wrong
/// fields each with their texts, or those within `{"status": "error", "errors": …}`.
public final class PublicProblem extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final int status;
  private final transient Object body;
  private final @Nullable Integer retryAfterSeconds;

  private PublicProblem(int status, Object body, @Nullable Integer retryAfterSeconds) {
    super(body.toString(), null, false, false);
    this.status = status;
    this.body = body;
    this.retryAfterSeconds = retryAfterSeconds;
  }

  /// Any body.
  public static PublicProblem of(int status, Object body) {
    return new PublicProblem(status, body, null);
  }

  /// One sentence.
  public static PublicProblem detail(int status, String text) {
    return of(status, Map.of("detail", text));
  }

  /// 400: what is wrong, by field.
  public static PublicProblem fields(Map<String, List<String>> errors) {
    return of(400, errors);
  }

  /// 400: the same as `create-user/` and `join-room/` say it.
  public static PublicProblem wrapped(Map<String, List<String>> errors) {
    var body = new LinkedHashMap<String, Object>();
    body.put("status", "error");
    body.put("errors", errors);
    return of(400, body);
  }

  /// 429: too many of these; `retry_after` and the header `Retry-After` are in seconds.
  public static PublicProblem throttled(Language language, int seconds) {
    var body = new LinkedHashMap<String, Object>();
    body.put("detail", Text.THROTTLED.in(language, seconds));
    body.put("retry_after", seconds);
    return new PublicProblem(429, body, seconds);
  }

  /// 503: nothing answers for the moment; the same request may be sent again after that many
  /// seconds.
  public static PublicProblem unavailable(Language language, int seconds) {
    return new PublicProblem(503, Map.of("detail", Text.UNAVAILABLE.in(language)), seconds);
  }

  /// As an answer of a controller.
  public ResponseEntity<Object> response() {
    var answer = ResponseEntity.status(status);
    if (retryAfterSeconds != null) {
      answer.header(HttpHeaders.RETRY_AFTER, retryAfterSeconds.toString());
    }
    return answer.body(body);
  }
}
