package io.parley.edge;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.parley.edge.problem.Problem;
import jakarta.servlet.ServletRequest;
import jakarta.servlet.ServletResponse;
import java.io.IOException;
import java.io.InputStream;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;

class BodyLimitTest {
  private final BodyLimit limit = new BodyLimit(10);
  private final MockHttpServletResponse response = new MockHttpServletResponse();

  /// What a controller would get of a body, if it is asked at all.
  private interface Reading {
    Object read(InputStream in) throws IOException;
  }

  private AtomicReference<Object> send(MockHttpServletRequest request, Reading reading)
      throws Exception {
    var read = new AtomicReference<>();
    limit.doFilter(
        request,
        response,
        (ServletRequest inner, ServletResponse _) ->
            read.set(reading.read(inner.getInputStream())));
    return read;
  }

  private static MockHttpServletRequest announced(int bytes) {
    var request = new MockHttpServletRequest("POST", "/api/chat/start/");
    request.setContent(new byte[bytes]);
    return request;
  }

  private static MockHttpServletRequest chunked(int bytes) {
    var request =
        new MockHttpServletRequest("POST", "/api/chat/start/") {
          @Override
          public int getContentLength() {
            return -1;
          }

          @Override
          public long getContentLengthLong() {
            return -1;
          }
        };
    request.setContent(new byte[bytes]);
    return request;
  }

  @Test
  void whatFitsGoesThrough() throws Exception {
    assertThat(send(announced(10), InputStream::readAllBytes).get()).isEqualTo(new byte[10]);
    assertThat(send(chunked(10), InputStream::readAllBytes).get()).isEqualTo(new byte[10]);
    assertThat(send(announced(0), InputStream::read).get()).isEqualTo(-1);
  }

  @Test
  void whatIsAnnouncedAsTooLargeIsNotEvenRead() throws Exception {
    assertThat(send(announced(11), InputStream::readAllBytes).get()).isNull();
    assertThat(response.getStatus()).isEqualTo(413);
    assertThat(response.getContentType()).startsWith("application/problem+json");
    assertThat(response.getContentAsString())
        .contains("\"code\":\"body_too_large\"", "\"instance\":\"/api/chat/start/\"");
  }

  @Test
  void whatTurnsOutTooLargeEndsInTheMiddle() {
    assertTooLarge(InputStream::readAllBytes);
    assertTooLarge(in -> in.readNBytes(11));
    assertTooLarge(
        in -> {
          int sum = 0;
          for (int one = in.read(); one >= 0; one = in.read()) {
            sum += one;
          }
          return sum;
        });
  }

  private void assertTooLarge(Reading reading) {
    assertThatThrownBy(() -> send(chunked(11), reading))
        .isInstanceOfSatisfying(
            Problem.class, problem -> assertThat(problem.status()).isEqualTo(413));
  }
}
