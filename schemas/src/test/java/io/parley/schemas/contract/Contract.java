package io.parley.schemas.contract;

import com.networknt.schema.Error;
import com.networknt.schema.SchemaLocation;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import io.parley.schemas.Json;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import tools.jackson.databind.JsonNode;

/// Checks values against the contract's schemas, and says what the contract holds.
final class Contract {
  private static final SchemaRegistry OPEN = registry(ContractSchemas::open);
  private static final SchemaRegistry CLOSED = registry(ContractSchemas::closed);

  private Contract() {}

  /// What is wrong with a value for a consumer, who ignores what it does not know.
  static List<Error> consumerErrors(String id, JsonNode value) {
    return OPEN.getSchema(SchemaLocation.of(id)).validate(value);
  }

  /// What is wrong with a value for us, who write only what is described.
  static List<Error> errors(String id, JsonNode value) {
    return CLOSED.getSchema(SchemaLocation.of(id)).validate(value);
  }

  /// The schema as published.
  static JsonNode schema(String id) {
    return Json.mapper().readTree(ContractSchemas.open(id).orElseThrow());
  }

  /// The ids of all schemas in a folder, `events`, `frames/in` and so on; of all for the empty
  /// one.
  static Set<String> idsIn(String folder) {
    return filesIn("/parley/" + folder).stream()
        .filter(name -> name.endsWith(".json"))
        .map(name -> ContractSchemas.BASE + (folder.isEmpty() ? "" : folder + "/") + name)
        .collect(Collectors.toSet());
  }

  /// The files below a folder of the class path, by their path in it.
  static Set<String> filesIn(String folder) {
    try {
      var url = Objects.requireNonNull(Contract.class.getResource(folder), folder);
      var root = Path.of(url.toURI());
      try (var files = Files.walk(root)) {
        return files
            .filter(Files::isRegularFile)
            .map(file -> root.relativize(file).toString().replace('\\', '/'))
            .collect(Collectors.toSet());
      }
    } catch (URISyntaxException e) {
      throw new IllegalStateException(e);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /// A file of the class path.
  static byte[] bytes(String path) {
    try (var in = Objects.requireNonNull(Contract.class.getResourceAsStream(path), path)) {
      return in.readAllBytes();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static SchemaRegistry registry(Function<String, Optional<String>> schemas) {
    return SchemaRegistry.withDefaultDialect(
        SpecificationVersion.DRAFT_2020_12,
        builder -> builder.schemas(id -> schemas.apply(id).orElse(null)));
  }
}
