package io.parley.edge.problem;

import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.header;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import io.parley.schemas.Json;
import io.parley.schemas.MarketplaceId;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.http.MediaType;
import org.springframework.http.converter.json.JacksonJsonHttpMessageConverter;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.ResultActions;
import org.springframework.test.web.servlet.setup.MockMvcBuilders;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

class ProblemAdviceTest {
  private final MockMvc mvc =
      MockMvcBuilders.standaloneSetup(new Shop())
          .setControllerAdvice(new ProblemAdvice())
          .setMessageConverters(new JacksonJsonHttpMessageConverter(Json.mapper()))
          .build();

  record Order(MarketplaceId productId, UUID key, int count) {}

  @RestController
  static final class Shop {
    @PostMapping("/orders")
    Order order(@RequestBody Order order) {
      return order;
    }

    @GetMapping("/pages")
    int page(@RequestParam int page) {
      return page;
    }

    @GetMapping("/problems/{code}")
    String problem(@PathVariable String code) {
      if (!code.isEmpty()) {
        throw problemOf(code);
      }
      return code;
    }

    private static RuntimeException problemOf(String code) {
      return switch (code) {
        case "unauthorized" -> Problem.unauthorized("not_authenticated", "Who are you?");
        case "unavailable" -> Problem.unavailable("overloaded", "Later.", 7);
        case "forbidden" -> Problem.forbidden("not_allowed", "No.");
        default -> new IllegalStateException("select password from accounts");
      };
    }
  }

  private ResultActions expect(ResultActions answer, int status, String code) throws Exception {
    return answer
        .andExpect(status().is(status))
        .andExpect(content().contentTypeCompatibleWith(MediaType.APPLICATION_PROBLEM_JSON))
        .andExpect(jsonPath("$.status").value(status))
        .andExpect(jsonPath("$.code").value(code))
        .andExpect(jsonPath("$.type").value("about:blank"))
        .andExpect(jsonPath("$.title").isNotEmpty())
        .andExpect(jsonPath("$.detail").isNotEmpty());
  }

  @Test
  void aProblemIsToldAsItIs() throws Exception {
    expect(mvc.perform(get("/problems/forbidden")), 403, "not_allowed")
        .andExpect(jsonPath("$.instance").value("/problems/forbidden"))
        .andExpect(jsonPath("$.retry_after").doesNotExist());
  }

  @Test
  void whoMustSignInIsToldHow() throws Exception {
    expect(mvc.perform(get("/problems/unauthorized")), 401, "not_authenticated")
        .andExpect(header().string("WWW-Authenticate", "Bearer"));
  }

  @Test
  void whoMayTryAgainIsToldWhen() throws Exception {
    expect(mvc.perform(get("/problems/unavailable")), 503, "overloaded")
        .andExpect(header().string("Retry-After", "7"))
        .andExpect(jsonPath("$.retry_after").value(7));
  }

  @Test
  void whatWentWrongInsideStaysInside() throws Exception {
    expect(mvc.perform(get("/problems/bug")), 500, "internal")
        .andExpect(content().string(not(containsString("password"))))
        .andExpect(content().string(not(containsString("Exception"))));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "{", "[]", "5", "\"x\"", "{} x", "{\"count\":1}}"})
  void whatIsNoObjectIsUnreadable(String body) throws Exception {
    expect(order(body), 400, "body_unreadable")
        .andExpect(content().string(not(containsString("tools.jackson"))));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "{'product_id':true} | product_id",
        "{'product_id':'a b'} | product_id",
        "{'key':'x'} | key",
        "{'count':'1'} | count",
        "{'count':1.5} | count"
      })
  void aFieldOfAWrongFormIsNamed(String body, String field) throws Exception {
    expect(order(body.replace('\'', '"')), 400, "body_unreadable")
        .andExpect(jsonPath("$.detail").value(containsString("'" + field + "'")))
        .andExpect(content().string(not(containsString("io.parley"))));
  }

  private ResultActions order(String body) throws Exception {
    return mvc.perform(post("/orders").contentType(MediaType.APPLICATION_JSON).content(body));
  }

  @Test
  void whatSpringRefusesIsAProblemToo() throws Exception {
    expect(mvc.perform(get("/orders")), 405, "method_not_allowed")
        .andExpect(header().string("Allow", "POST"));
    expect(
        mvc.perform(post("/orders").contentType(MediaType.TEXT_PLAIN).content("x")),
        415,
        "unsupported_media_type");
    expect(mvc.perform(get("/nowhere")), 404, "not_found");
    expect(mvc.perform(get("/pages")), 400, "bad_request");
    expect(mvc.perform(get("/pages?page=first")), 400, "bad_request");
  }
}
