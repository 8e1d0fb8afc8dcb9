package io.parley.schemas.contract;

import com.networknt.schema.Error;
import com.networknt.schema.SchemaLocation;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import io.parley.schemas.Json;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;
import tools.jackson.databind.JsonNode;

/// A YAML document of the contract, whose schemas are those beside it.
final class Document {
  private final String id;
  private final JsonNode root;
  private final SchemaRegistry registry;

  private Document(String name) {
    this.id = ContractSchemas.BASE + name;
    Object read =
        new Yaml(new SafeConstructor(new LoaderOptions()))
            .load(ContractSchemas.open(id).orElseThrow());
    this.root = Json.mapper().valueToTree(read);
    this.registry =
        SchemaRegistry.withDefaultDialect(
            SpecificationVersion.DRAFT_2020_12,
            builder -> builder.schemas(known -> text(known).orElse(null)));
  }

  static Document read(String name) {
    return new Document(name);
  }

  JsonNode root() {
    return root;
  }

  JsonNode at(String pointer) {
    return root.at(pointer);
  }

  /// What is wrong with a value for the schema at a pointer into this document.
  List<Error> errors(String pointer, JsonNode value) {
    return registry.getSchema(SchemaLocation.of(id + "#" + pointer)).validate(value);
  }

  /// Every `$ref` in it, at any depth.
  Stream<String> refs() {
    return root.findValues("$ref").stream().map(JsonNode::stringValue);
  }

  /// What a `$ref` points to: missing when there is no such thing.
  JsonNode resolve(String ref) {
    int hash = ref.indexOf('#');
    var file = hash < 0 ? ref : ref.substring(0, hash);
    var pointer = hash < 0 ? "" : ref.substring(hash + 1);
    var target = file.isEmpty() ? root : Contract.schema(ContractSchemas.BASE + file);
    return target.at(pointer);
  }

  private Optional<String> text(String known) {
    return known.equals(id) ? Optional.of(root.toString()) : ContractSchemas.closed(known);
  }
}
