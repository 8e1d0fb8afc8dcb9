package io.parley.query.api.publicchat;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.parley.edge.publicchat.PublicProblem;
import io.parley.query.api.Page;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.mock.web.MockHttpServletRequest;

class PublicPagingTest {
  private static Page<Long> page(String page, long count) {
    var request = new MockHttpServletRequest("GET", "/api/messages/");
    request.setQueryString("page=" + page);
    request.setParameter("page", page);
    return PublicPaging.of(request, count, (offset, size) -> List.of(offset, (long) size));
  }

  @ParameterizedTest
  @CsvSource({"1, 0, 0", "1, 100, 0", "2, 101, 100", "last, 301, 300", "1000, 5000000, 99900"})
  void aPageBeginsWhereTheOneBeforeEnds(String page, long count, long offset) {
    assertThat(page(page, count).results()).containsExactly(offset, 100L);
    assertThat(page(page, count).count()).isEqualTo(count);
  }

  @ParameterizedTest
  @CsvSource({"2, 100", "2, 0", "0, 5", "1001, 5000000"})
  void thereAreNoOthers(String page, long count) {
    assertThatThrownBy(() -> page(page, count)).isInstanceOf(PublicProblem.class);
  }

  @Test
  void theLastOneLeadsBackOnly() {
    assertThat(page("last", 5_000_000).next()).isNull();
    assertThat(page("last", 5_000_000).previous()).endsWith("/api/messages/?page=999");
    assertThat(page("2", 300).previous()).endsWith("/api/messages/");
    assertThat(page("2", 300).next()).endsWith("/api/messages/?page=3");
  }
}
