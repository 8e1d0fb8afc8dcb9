package io.parley.schemas.contract;

import static org.assertj.core.api.Assertions.assertThat;

import io.parley.schemas.LogPosition;
import io.parley.schemas.reply.Refusal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;

/// `openapi.yaml` names every endpoint and every refusal, and its examples are as it says.
class OpenApiTest {
  private static final Document OPEN_API = Document.read("openapi.yaml");
  private static final Set<String> METHODS = Set.of("get", "post", "put", "patch", "delete");
  private static final List<String> COMMANDS = List.of("post", "put", "patch", "delete");

  @Test
  void isOpenApiWhoseReferencesResolve() {
    assertThat(OPEN_API.at("/openapi").stringValue()).isEqualTo("3.1.0");
    assertThat(OPEN_API.refs()).hasSizeGreaterThan(100);
    assertThat(OPEN_API.refs())
        .allSatisfy(ref -> assertThat(OPEN_API.resolve(ref).isMissingNode()).as(ref).isFalse());
  }

  @Test
  void namesEveryEndpoint() {
    assertThat(endpoints())
        .containsExactlyInAnyOrder(
            "post guest-session/",
            "get guest-session/",
            "post ws-ticket/",
            "post link-guest-session/",
            "post start/",
            "get rooms/",
            "get rooms/{room_id}/",
            "post rooms/{room_id}/messages/",
            "get rooms/{room_id}/messages/",
            "patch rooms/{room_id}/messages/{message_id}/",
            "delete rooms/{room_id}/messages/{message_id}/",
            "post rooms/{room_id}/mark_read/",
            "post rooms/{room_id}/archive/",
            "post rooms/{room_id}/unarchive/",
            "post rooms/{room_id}/report/",
            "get rooms/{room_id}/reports/",
            "post rooms/{room_id}/reports/close/",
            "get rooms/{room_id}/events/",
            "get vendor/rooms/",
            "get vendor/summary/",
            "get vendor/replies/",
            "post vendor/replies/",
            "put vendor/replies/{reply_id}/",
            "delete vendor/replies/{reply_id}/",
            "get admin/rooms/",
            "get admin/messages/",
            "get admin/rooms/{room_id}/export/",
            "get admin/stats/",
            "get admin/health/",
            "get /api/",
            "get /api/status/",
            "get /api/health/",
            "post /api/create-user/",
            "post /api/join-room/",
            "get /api/public-rooms/",
            "get /api/rooms/",
            "post /api/rooms/",
            "get /api/rooms/popular/",
            "get /api/rooms/{room_id}/",
            "put /api/rooms/{room_id}/",
            "patch /api/rooms/{room_id}/",
            "delete /api/rooms/{room_id}/",
            "get /api/rooms/{room_id}/messages/",
            "get /api/rooms/{room_id}/users/",
            "get /api/rooms/{room_id}/stats/",
            "get /api/rooms/{room_id}/events/",
            "get /api/messages/",
            "post /api/messages/",
            "get /api/messages/{message_id}/",
            "post /api/dev/token/");
  }

  @Test
  void namesEveryRefusalOnce() {
    var codes = new ArrayList<String>();
    OPEN_API
        .at("/components/responses")
        .forEach(
            response ->
                schema(response)
                    .at("/properties/code/enum")
                    .forEach(code -> codes.add(code.stringValue())));
    assertThat(codes).doesNotHaveDuplicates();
    assertThat(codes).containsAll(Arrays.stream(Refusal.values()).map(Refusal::code).toList());
  }

  @Test
  void aCommandSaysItsPositionAndAQueryTakesIt() {
    OPEN_API
        .at("/paths")
        .forEachEntry(
            (path, item) -> {
              for (var method : changesNothing(path) ? List.<String>of() : COMMANDS) {
                item.path(method)
                    .path("responses")
                    .forEachEntry(
                        (status, response) ->
                            assertThat(response.path("headers").has(LogPosition.HEADER))
                                .as("%s %s %s", method, path, status)
                                .isEqualTo(status.startsWith("2")));
              }
              if (item.has("get") && !path.equals("/api/")) {
                assertThat(item.at("/get/parameters").toString()).contains("/ChatPosition");
              }
            });
  }

  /// What is no command, although it is posted.
  private static boolean changesNothing(String path) {
    return path.startsWith("/api/dev/") || path.equals("/api/chat/ws-ticket/");
  }

  @Test
  void itsExamplesAreAsItSays() {
    var checked = new TreeSet<String>();
    check("", OPEN_API.root(), checked);
    assertThat(checked).hasSizeGreaterThan(10);
  }

  @Test
  void whatIsNotAsItSaysIsRefused() {
    var newMessage = "/components/schemas/NewMessage";
    var json = JsonNodeFactory.instance.objectNode();
    assertThat(OPEN_API.errors(newMessage, json.put("content", "سلام"))).isEmpty();
    assertThat(OPEN_API.errors(newMessage, json.put("content", 5))).isNotEmpty();
  }

  /// Media types, headers and parameters have a `schema` and examples beside it.
  private static void check(String pointer, JsonNode node, Set<String> checked) {
    if (node.path("schema").isObject()) {
      var examples = new ArrayList<JsonNode>();
      examples.addAll(node.path("examples").valueStream().map(e -> e.path("value")).toList());
      if (node.has("example")) {
        examples.add(node.path("example"));
      }
      for (var example : examples) {
        assertThat(OPEN_API.errors(pointer + "/schema", example)).as(pointer).isEmpty();
        checked.add(pointer);
      }
    }
    if (node.isObject()) {
      node.forEachEntry((name, child) -> check(pointer + "/" + escape(name), child, checked));
    }
  }

  private static String escape(String name) {
    return name.replace("~", "~0").replace("/", "~1");
  }

  private static JsonNode schema(JsonNode response) {
    return response.path("content").path("application/problem+json").path("schema");
  }

  private static List<String> endpoints() {
    var endpoints = new ArrayList<String>();
    OPEN_API
        .at("/paths")
        .forEachEntry(
            (path, item) ->
                item.forEachEntry(
                    (method, operation) -> {
                      if (METHODS.contains(method)) {
                        assertThat(operation.path("operationId").stringValue()).isNotBlank();
                        endpoints.add(method + " " + path.replace("/api/chat/", ""));
                      }
                    }));
    return endpoints;
  }
}
