package io.parley.delivery.session;

import io.parley.delivery.DeliveryProperties;
import io.parley.edge.problem.Problem;
import io.parley.schemas.LogPosition;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.stereotype.Component;

/// Asks query-service over HTTP. Every question ends in bounded time, with an answer of whatever
/// status or with a [Problem] 503.
@Component
public final class QueryService implements DisposableBean {
  private static final Logger log = LoggerFactory.getLogger(QueryService.class);

  private final QueryServiceAddress address;
  private final DeliveryProperties.Query bounds;
  private final Semaphore questions;
  private final HttpClient client;

  QueryService(QueryServiceAddress address, DeliveryProperties properties) {
    this.address = address;
    this.bounds = properties.query();
    this.questions = new Semaphore(bounds.concurrent());
    this.client =
        HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(bounds.connectTimeout())
            .executor(Executors.newVirtualThreadPerTaskExecutor())
            .build();
  }

  /// A GET of this path, answered up to this position of the log at least when that is a place in
  /// it.
  public HttpResponse<byte[]> get(String path, LogPosition position, Map<String, String> headers) {
    var request = HttpRequest.newBuilder(URI.create(address.base() + path));
    request.timeout(bounds.timeout()).header("Accept", "application/json");
    if (position.offset() >= 0) {
      request.header(LogPosition.HEADER, position.toString());
    }
    headers.forEach(request::header);
    return send(request.build());
  }

  private HttpResponse<byte[]> send(HttpRequest request) {
    try {
      if (!questions.tryAcquire(bounds.timeout().toMillis(), TimeUnit.MILLISECONDS)) {
        throw unavailable("too many questions wait for an answer");
      }
      try {
        return answer(request);
      } finally {
        questions.release();
      }
    } catch (ExecutionException e) {
      throw unavailable(String.valueOf(e.getCause()));
    } catch (TimeoutException e) {
      throw unavailable("no answer in time");
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw unavailable("interrupted");
    }
  }

  /// The request's own time-out ends with the headers; this one bounds the body too.
  private HttpResponse<byte[]> answer(HttpRequest request)
      throws InterruptedException, ExecutionException, TimeoutException {
    var answer = client.sendAsync(request, HttpResponse.BodyHandlers.ofByteArray());
    try {
      return answer.get(bounds.timeout().toMillis(), TimeUnit.MILLISECONDS);
    } finally {
      answer.cancel(true);
    }
  }

  /// What is thrown when there is no answer, or none that can be used; says why in the log.
  public static Problem unavailable(String why) {
    log.warn("query-service: {}", why);
    return Problem.unavailable("unavailable", "This cannot be answered now.", 1);
  }

  @Override
  public void destroy() {
    client.shutdownNow();
  }
}
