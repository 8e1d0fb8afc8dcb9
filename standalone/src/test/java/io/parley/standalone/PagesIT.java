package io.parley.standalone;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import org.junit.jupiter.api.Test;

/// The pages of the module `web` as this process serves them; see [WebPagesIT] for what they do.
class PagesIT extends RunningParley {
  @Test
  void pagesRunNothingButOursAndAnyoneMayLoadTheWidget() throws Exception {
    for (String path : new String[] {"/shop", "/rooms", "/vendor/chats", "/admin/chats"}) {
      for (var page : new HttpResponse<?>[] {get(path), get(path + "/")}) {
        assertThat(page.statusCode()).isEqualTo(200);
        assertThat(page.headers().firstValue("Content-Security-Policy").orElseThrow())
            .contains("default-src 'none'", "require-trusted-types-for 'script'")
            .doesNotContain("unsafe");
      }
    }
    assertThat(get("/products/101").body()).contains("/parley-chat.js");
    assertThat(get("/images/101.svg").statusCode()).isEqualTo(200);
    var widget = get("/parley-chat.js");
    assertThat(widget.statusCode()).isEqualTo(200);
    assertThat(widget.headers().firstValue("Access-Control-Allow-Origin")).hasValue("*");
  }

  private HttpResponse<String> get(String path) throws Exception {
    var uri = URI.create("http://localhost:" + parley().port() + path);
    var request = HttpRequest.newBuilder(uri).header("Origin", "https://shop.example").build();
    try (var http = HttpClient.newBuilder().followRedirects(HttpClient.Redirect.NORMAL).build()) {
      return http.send(request, HttpResponse.BodyHandlers.ofString());
    }
  }
}
