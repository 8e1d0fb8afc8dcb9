package io.parley.cluster.fault;

import io.parley.cluster.fault.Api.Answer;
import io.parley.cluster.fault.Send.Accepted;
import io.parley.cluster.fault.Send.Refused;
import java.io.IOException;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import java.util.concurrent.ThreadLocalRandom;

/// Sends over HTTP, again and again until there is an answer that says more than "not now".
final class HttpSender implements AutoCloseable {
  private static final int AT_ONCE = 100;
  private static final int PAUSE_MS = 1_000;

  private final Api api;
  private final Ledger ledger;
  private final Semaphore places = new Semaphore(AT_ONCE);
  private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();

  HttpSender(Api api, Ledger ledger) {
    this.api = api;
    this.ledger = ledger;
  }

  void send(Person person, Send send) {
    var _ = threads.submit(() -> untilAnswered(person, send));
  }

  private void untilAnswered(Person person, Send send) {
    try {
      while (!attempt(person, send)) {
        Thread.sleep(PAUSE_MS / 2 + ThreadLocalRandom.current().nextInt(PAUSE_MS));
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private boolean attempt(Person person, Send send) throws InterruptedException {
    String text = send.attempt(System.nanoTime());
    if (text == null) {
      return true;
    }
    places.acquire();
    try {
      var path = "/rooms/" + send.room() + "/messages/";
      Map<String, ?> body = Map.of("content", text, "client_message_id", send.id());
      return understood(send, api.post(person, path, body));
    } catch (IOException e) {
      return false;
    } finally {
      places.release();
    }
  }

  private boolean understood(Send send, Answer answer) {
    if (answer.isUnavailable()) {
      return false;
    }
    if (answer.status() == 201 || answer.status() == 200) {
      var message = UUID.fromString(answer.body().path("id").asString());
      ledger.tell(send, new Accepted(answer.body().path("seq").asLong(), message));
    } else {
      ledger.tell(send, new Refused(answer.body().path("code").asString()));
    }
    return true;
  }

  @Override
  public void close() {
    threads.shutdownNow();
  }
}
