package io.parley.edge.publicchat;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.delete;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.header;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import io.parley.edge.problem.Problem;
import io.parley.edge.problem.ProblemAdvice;
import io.parley.schemas.Json;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.http.MediaType;
import org.springframework.http.converter.json.JacksonJsonHttpMessageConverter;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.ResultActions;
import org.springframework.test.web.servlet.setup.MockMvcBuilders;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;

class PublicShapesTest {
  private final MockMvc mvc =
      MockMvcBuilders.standaloneSetup(new Rooms())
          .setControllerAdvice(new ProblemAdvice())
          .addFilters(new SlashRedirect())
          .setMessageConverters(new JacksonJsonHttpMessageConverter(Json.mapper()))
          .build();

  @RestController
  static final class Rooms {
    @GetMapping("/api/rooms/{problem}/")
    String problem(@PathVariable String problem) {
      if (!problem.isEmpty()) {
        throw problemOf(problem);
      }
      return problem;
    }

    @PostMapping(path = "/api/create-user/", consumes = MediaType.APPLICATION_JSON_VALUE)
    void create() {}

    private static RuntimeException problemOf(String problem) {
      return switch (problem) {
        case "fields" -> PublicProblem.fields(Map.of("name", List.of("a", "b")));
        case "wrapped" -> PublicProblem.wrapped(Map.of("name", List.of("a")));
        case "throttled" -> PublicProblem.throttled(Language.ENGLISH, 7);
        case "away" -> Problem.unavailable("unavailable", "Later.", 3);
        default -> new IllegalStateException("select password from accounts");
      };
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "fields    | 400 | {'name':['a','b']}",
        "wrapped   | 400 | {'status':'error','errors':{'name':['a']}}",
        "throttled | 429 | {'detail':'Request was throttled. Expected available in 7 seconds.','retry_after':7}",
        "away      | 503 | {'detail':'Later.'}",
        "bug       | 500 | {'detail':'Something went wrong here.'}"
      })
  void aProblemHasThePublicChatsShape(String problem, int status, String body) throws Exception {
    expect(mvc.perform(get("/api/rooms/" + problem + "/")), status, body.replace('\'', '"'));
  }

  @Test
  void whoMayTryAgainIsToldWhenInAHeaderToo() throws Exception {
    mvc.perform(get("/api/rooms/throttled/")).andExpect(header().string("Retry-After", "7"));
    mvc.perform(get("/api/rooms/away/")).andExpect(header().string("Retry-After", "3"));
  }

  @Test
  void whatSpringRefusesIsSaidAsItAlwaysWas() throws Exception {
    expect(
        mvc.perform(delete("/api/create-user/")),
        405,
        "{\"detail\":\"Method \\\"DELETE\\\" not allowed.\"}");
    expect(
        mvc.perform(post("/api/create-user/").contentType(MediaType.TEXT_PLAIN).content("x")),
        415,
        "{\"detail\":\"Unsupported media type \\\"text/plain\\\" in request.\"}");
    expect(mvc.perform(get("/api/rooms/x/y/z/")), 404, "{\"detail\":\"Not found.\"}");
    expect(mvc.perform(get("/api/rooms/x/y/z/?lang=fa")), 404, "{\"detail\":\"پیدا نشد.\"}");
  }

  @Test
  void aGetWithoutTheSlashIsSentThere() throws Exception {
    mvc.perform(get("/api/status?lang=fa"))
        .andExpect(status().isMovedPermanently())
        .andExpect(header().string("Location", "/api/status/?lang=fa"))
        .andExpect(content().string(""));
    expect(mvc.perform(post("/api/create-user")), 404, "{\"detail\":\"Not found.\"}");
  }

  @Test
  void theMarketplacesPathsAreNotItsOwn() {
    assertThat(List.of("/api/", "/api", "/api/rooms/x/", "/api/health"))
        .allMatch(PublicPaths::isPublic);
    assertThat(List.of("/api/chat/rooms/", "/api/roomsx/", "/api/dev/token/", "/rooms/"))
        .noneMatch(PublicPaths::isPublic);
  }

  private static void expect(ResultActions answer, int status, String body) throws Exception {
    answer
        .andExpect(status().is(status))
        .andExpect(content().contentTypeCompatibleWith(MediaType.APPLICATION_JSON));
    assertThat(answer.andReturn().getResponse().getContentAsString(StandardCharsets.UTF_8))
        .isEqualTo(body);
  }
}
