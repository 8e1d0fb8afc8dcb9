package io.parley.delivery.socket;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.HashMap;
import org.junit.jupiter.api.Test;
import org.springframework.http.server.ServletServerHttpRequest;
import org.springframework.http.server.ServletServerHttpResponse;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.web.socket.handler.TextWebSocketHandler;

class DoorTest {
  private final Door door = new Door();
  private final MockHttpServletRequest request = new MockHttpServletRequest("GET", "/ws/chat/");
  private final MockHttpServletResponse response = new MockHttpServletResponse();

  private boolean letsIn() throws IOException {
    return door.beforeHandshake(
        new ServletServerHttpRequest(request),
        new ServletServerHttpResponse(response),
        new TextWebSocketHandler(),
        new HashMap<>());
  }

  @Test
  void whoComesWhileTheServerStopsIsToldToTryAgain() throws IOException {
    assertThat(letsIn()).isTrue();

    door.close();
    assertThat(letsIn()).isFalse();
    assertThat(response.getStatus()).isEqualTo(503);
    assertThat(response.getHeader("Retry-After")).isEqualTo("1");
    assertThat(response.getContentAsString()).contains("\"code\":\"restarting\"");
  }
}
