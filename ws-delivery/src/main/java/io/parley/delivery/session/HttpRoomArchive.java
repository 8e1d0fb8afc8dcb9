package io.parley.delivery.session;

import io.parley.delivery.DeliveryProperties;
import io.parley.edge.identity.Caller;
import io.parley.edge.identity.Identities;
import io.parley.edge.problem.Problem;
import io.parley.schemas.Json;
import io.parley.schemas.LogPosition;
import io.parley.schemas.view.RoomHistory;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.stereotype.Component;
import tools.jackson.core.JacksonException;

/// Asks query-service over HTTP, with the caller's own credentials.
@Component
final class HttpRoomArchive implements RoomArchive, DisposableBean {
  private static final Logger log = LoggerFactory.getLogger(HttpRoomArchive.class);

  private final QueryServiceAddress address;
  private final DeliveryProperties.Query bounds;
  private final Semaphore questions;
  private final HttpClient client;

  HttpRoomArchive(QueryServiceAddress address, DeliveryProperties properties) {
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

  @Override
  public RoomHistory after(
      Caller caller, UUID room, long afterSeq, int limit, LogPosition position) {
    var answer =
        ask(
            caller,
            "/api/chat/rooms/%s/events/?after_seq=%d&limit=%d".formatted(room, afterSeq, limit),
            position);
    return switch (answer.statusCode()) {
      case 200 -> history(answer.body());
      case 401 -> throw Problem.unauthorized("not_authenticated", "Your credentials do not hold.");
      case 403, 404 -> throw Problem.notFound("room_not_found", "There is no such room.");
      default -> throw unavailable("answered " + answer.statusCode());
    };
  }

  @Override
  public boolean knows(Caller guest, LogPosition position) {
    var answer = ask(guest, "/api/chat/guest-session/", position);
    return switch (answer.statusCode()) {
      case 200 -> true;
      case 401, 404 -> false;
      default -> throw unavailable("answered " + answer.statusCode());
    };
  }

  private HttpResponse<byte[]> ask(Caller caller, String path, LogPosition position) {
    var request = HttpRequest.newBuilder(URI.create(address.base() + path));
    request.timeout(bounds.timeout()).header("Accept", "application/json");
    if (position.offset() >= 0) {
      request.header(LogPosition.HEADER, position.toString());
    }
    if (caller.token() != null) {
      request.header("Authorization", "Bearer " + caller.token());
    } else if (caller.guestSession() != null) {
      request.header(Identities.GUEST_HEADER, caller.guestSession().toString());
    }
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

  private static RoomHistory history(byte[] body) {
    try {
      return Json.mapper().readValue(body, RoomHistory.class);
    } catch (JacksonException e) {
      throw unavailable("no history in the answer");
    }
  }

  private static Problem unavailable(String why) {
    log.warn("query-service: {}", why);
    return Problem.unavailable("unavailable", "This cannot be answered now.", 1);
  }

  @Override
  public void destroy() {
    client.shutdownNow();
  }
}
