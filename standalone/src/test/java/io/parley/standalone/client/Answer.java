package io.parley.standalone.client;

import static org.assertj.core.api.Assertions.assertThat;

import io.parley.schemas.Json;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.MissingNode;

/// What a request was answered with.
public record Answer(int status, String contentType, Optional<String> position, String text) {
  static Answer of(HttpResponse<String> response) {
    var headers = response.headers();
    return new Answer(
        response.statusCode(),
        headers.firstValue("Content-Type").orElse(""),
        headers.firstValue("Chat-Position"),
        response.body());
  }

  /// Itself, when it has this status.
  public Answer expect(int expected) {
    assertThat(status).as("%s", text).isEqualTo(expected);
    return this;
  }

  /// Itself, when it is a problem of this kind in the form that all problems have.
  public Answer expectProblem(int expected, String code) {
    assertThat(status + " " + problemCode()).as("%s", text).isEqualTo(expected + " " + code);
    return this;
  }

  /// The `code` of a problem, which tells nothing about what is inside.
  public String problemCode() {
    assertThat(contentType).as("%s %s", status, text).startsWith("application/problem+json");
    assertThat(text).doesNotContain("Exception", "io.parley", "\tat ", "org.springframework");
    assertThat(Contract.errors(Contract.view("problem"), json())).as("%s", text).isEmpty();
    return text("code");
  }

  public JsonNode json() {
    return text.isEmpty() ? MissingNode.getInstance() : Json.mapper().readTree(text);
  }

  public JsonNode get(String field) {
    return json().path(field);
  }

  public String text(String field) {
    return get(field).asString();
  }

  public long number(String field) {
    return get(field).asLong();
  }

  public UUID id(String field) {
    return UUID.fromString(text(field));
  }

  /// A field of each element, of the page or the list that this is.
  public List<String> each(String field) {
    var list = json().isArray() ? json() : get("results");
    return list.valueStream().map(element -> element.path(field).asString()).toList();
  }
}
