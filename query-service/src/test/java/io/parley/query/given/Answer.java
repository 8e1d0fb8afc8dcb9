package io.parley.query.given;

import io.parley.schemas.Json;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.Optional;
import java.util.stream.StreamSupport;
import tools.jackson.databind.JsonNode;

/// What a request was answered.
public record Answer(HttpResponse<String> http) {
  public int status() {
    return http.statusCode();
  }

  public JsonNode body() {
    return Json.mapper().readTree(http.body());
  }

  /// The `code` of a problem.
  public String code() {
    return body().path("code").asString();
  }

  public Optional<String> header(String name) {
    return http.headers().firstValue(name);
  }

  /// The texts of one property of each element of an array, as `results` or the whole answer.
  public List<String> each(String property) {
    var array = body().isArray() ? body() : body().path("results");
    return StreamSupport.stream(array.spliterator(), false)
        .map(element -> element.path(property).asString())
        .toList();
  }

  /// The same of each element of the array of this name.
  public List<String> each(String array, String property) {
    return StreamSupport.stream(body().path(array).spliterator(), false)
        .map(element -> element.path(property).asString())
        .toList();
  }

  @Override
  public String toString() {
    return status() + " " + http.body();
  }
}
