package io.parley.command.api;

import java.util.UUID;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonParser;
import tools.jackson.databind.DeserializationContext;
import tools.jackson.databind.deser.std.StdDeserializer;

/// A UUID in its usual form, where old clients write `""` for none.
final class BlankIsNone extends StdDeserializer<UUID> {
  BlankIsNone() {
    super(UUID.class);
  }

  @Override
  public @Nullable UUID deserialize(JsonParser parser, DeserializationContext context) {
    String text = context.readValue(parser, String.class);
    if (text == null || text.isBlank()) {
      return null;
    }
    return Ask.uuid(text.strip())
        .orElseGet(
            () ->
                (UUID) context.handleWeirdStringValue(UUID.class, text, "a UUID is expected here"));
  }
}
