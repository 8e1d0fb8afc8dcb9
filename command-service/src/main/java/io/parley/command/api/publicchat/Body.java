package io.parley.command.api.publicchat;

import io.parley.edge.publicchat.Language;
import io.parley.edge.publicchat.PublicProblem;
import io.parley.edge.publicchat.Text;
import io.parley.schemas.Json;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URLDecoder;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;

/// What a request brings, as JSON, as a form or in several parts; nothing at all is an empty
/// object. `isForm`: all values are texts, and an empty one may mean that there is none.
record Body(JsonNode value, boolean isForm) {

  /// Reads it; what cannot be read is a [PublicProblem].
  static Body of(HttpServletRequest request) {
    var language = Language.of(request);
    try {
      String type = String.valueOf(request.getContentType());
      return switch (type.split(";", 2)[0].strip().toLowerCase(Locale.ROOT)) {
        case "multipart/form-data" -> parts(request);
        case "application/x-www-form-urlencoded" -> form(request);
        case "application/json" -> json(request.getInputStream().readAllBytes(), language);
        default -> unknown(request, language);
      };
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (ServletException | IllegalStateException e) {
      throw PublicProblem.detail(400, Text.PARSE_ERROR.in(language, "multipart"));
    }
  }

  private static Body unknown(HttpServletRequest request, Language language) throws IOException {
    if (request.getInputStream().read() >= 0) {
      String type = request.getContentType() == null ? "" : request.getContentType();
      throw PublicProblem.detail(415, Text.MEDIA_TYPE.in(language, type));
    }
    return new Body(Json.mapper().createObjectNode(), false);
  }

  private static Body json(byte[] bytes, Language language) {
    if (bytes.length == 0) {
      return new Body(Json.mapper().createObjectNode(), false);
    }
    String text = utf8(bytes, language);
    try {
      return new Body(Json.mapper().readTree(text), false);
    } catch (JacksonException e) {
      throw PublicProblem.detail(400, Text.PARSE_ERROR.in(language, JsonErrors.of(text)));
    }
  }

  private static String utf8(byte[] bytes, Language language) {
    var in = ByteBuffer.wrap(bytes);
    try {
      return StandardCharsets.UTF_8.newDecoder().decode(in).toString();
    } catch (CharacterCodingException e) {
      int place = in.position();
      String what =
          "'utf-8' codec can't decode byte 0x%02x in position %d: invalid start byte"
              .formatted(bytes[place], place);
      throw PublicProblem.detail(400, Text.PARSE_ERROR.in(language, what));
    }
  }

  /// Read from the body alone: what stands in the query is no field.
  private static Body form(HttpServletRequest request) throws IOException {
    var fields = Json.mapper().createObjectNode();
    var text = new String(request.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    for (String pair : text.split("&", -1)) {
      String[] sides = pair.split("=", 2);
      if (!pair.isEmpty()) {
        fields.put(decoded(sides[0]), sides.length == 1 ? "" : decoded(sides[1]));
      }
    }
    return new Body(fields, true);
  }

  private static String decoded(String text) {
    try {
      return URLDecoder.decode(text, StandardCharsets.UTF_8);
    } catch (IllegalArgumentException e) {
      return text;
    }
  }

  private static Body parts(HttpServletRequest request) throws IOException, ServletException {
    var fields = Json.mapper().createObjectNode();
    for (var part : request.getParts()) {
      if (part.getSubmittedFileName() == null) {
        var bytes = part.getInputStream().readAllBytes();
        fields.put(part.getName(), new String(bytes, StandardCharsets.UTF_8));
      }
    }
    return new Body(fields, true);
  }
}
