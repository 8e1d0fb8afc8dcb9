package io.parley.standalone.client;

import com.networknt.schema.Error;
import com.networknt.schema.SchemaLocation;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import io.parley.schemas.contract.ContractSchemas;
import java.util.List;
import tools.jackson.databind.JsonNode;

/// What real records, frames and answers are held to: nothing in them but what is described.
public final class Contract {
  private static final SchemaRegistry CLOSED =
      SchemaRegistry.withDefaultDialect(
          SpecificationVersion.DRAFT_2020_12,
          builder -> builder.schemas(id -> ContractSchemas.closed(id).orElse(null)));

  private Contract() {}

  static String view(String name) {
    return ContractSchemas.ofView(name);
  }

  /// What is wrong with a value by the schema of this id.
  public static List<Error> errors(String id, JsonNode value) {
    return CLOSED.getSchema(SchemaLocation.of(id)).validate(value);
  }
}
