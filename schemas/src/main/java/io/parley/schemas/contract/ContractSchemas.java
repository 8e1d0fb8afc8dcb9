package io.parley.schemas.contract;

import io.parley.schemas.Json;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/// The JSON Schemas (2020-12) of the contract by their ids, for whoever wants to check records or
/// frames with a validator of their choice: a validator that asks for a schema by its id gets it
/// from [#open] or [#closed].
///
/// As published, objects are open: a reader ignores properties that it does not know, because a
/// later version may add some. Who writes is held to the closed ones, in which every property is
/// described.
public final class ContractSchemas {
  /// What every id begins with.
  public static final String BASE = "https://parley.example/schemas/";

  private static final String SUFFIX = ".json";

  private ContractSchemas() {}

  /// The id of the schema for the value of a record on `chat.events`, by its `ce_type`.
  public static String ofEvent(String type) {
    return BASE + "events/" + type + SUFFIX;
  }

  /// The id of the schema for a client's frame, by its `type`.
  public static String ofClientFrame(String type) {
    return BASE + "frames/in/" + type + SUFFIX;
  }

  /// The id of the schema for a server's frame, by its `type`.
  public static String ofServerFrame(String type) {
    return BASE + "frames/out/" + type + SUFFIX;
  }

  /// The id of the schema for a frame of a visitor of the public rooms, by its `type`.
  public static String ofVisitorFrame(String type) {
    return BASE + "frames/public/in/" + type + SUFFIX;
  }

  /// The id of the schema for what a visitor's socket is shown, by its `type`.
  public static String ofPublicFrame(String type) {
    return BASE + "frames/public/out/" + type + SUFFIX;
  }

  /// The id of the schema for what REST shows: `room`, `message`, `problem`, …
  public static String ofView(String name) {
    return BASE + "views/" + name + SUFFIX;
  }

  /// The schema as published, or empty when there is none of this id.
  public static Optional<String> open(String id) {
    return id.startsWith(BASE) && !id.contains("..")
        ? resource("/parley/" + id.substring(BASE.length()))
        : Optional.empty();
  }

  /// The schema that refuses every property it does not describe, or empty when there is none of
  /// this id.
  public static Optional<String> closed(String id) {
    return open(id)
        .map(Json.mapper()::readTree)
        .map(ContractSchemas::close)
        .map(JsonNode::toString);
  }

  private static JsonNode close(JsonNode node) {
    if (node instanceof ObjectNode schema
        && "object".equals(schema.path("type").stringValue(null))
        && schema.has("properties")) {
      schema.put("additionalProperties", false);
    }
    node.forEach(ContractSchemas::close);
    return node;
  }

  private static Optional<String> resource(String path) {
    try (var in = ContractSchemas.class.getResourceAsStream(path)) {
      return in == null
          ? Optional.empty()
          : Optional.of(new String(in.readAllBytes(), StandardCharsets.UTF_8));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
