package io.parley.delivery.publicroom;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;

class QueryStringTest {
  @Test
  void isReadAsEncodeUriComponentWritesIt() {
    assertThat(QueryString.parse("username=%E0%A6%B0%E0%A6%BE&color=%23ff0000&session_id=a%20b"))
        .contains(Map.of("username", "রা", "color", "#ff0000", "session_id", "a b"));
  }

  @Test
  void aPlusIsAPlus() {
    assertThat(QueryString.parse("username=C++&x=%2B"))
        .contains(Map.of("username", "C++", "x", "+"));
  }

  @Test
  void whatIsMissingIsMissing() {
    assertThat(QueryString.parse(null)).contains(Map.of());
    assertThat(QueryString.parse("")).contains(Map.of());
    assertThat(QueryString.parse("&username&color=&a=b=c&&a=d"))
        .contains(Map.of("color", "", "a", "d"));
  }

  @Test
  void whatCannotBeDecodedIsNoQuery() {
    assertThat(QueryString.parse("username=%")).isEmpty();
    assertThat(QueryString.parse("username=%4")).isEmpty();
    assertThat(QueryString.parse("username=%zz")).isEmpty();
    assertThat(QueryString.parse("username=%E0%A6")).isEmpty();
    assertThat(QueryString.parse("username=%ED%A0%80")).isEmpty();
    assertThat(QueryString.parse("%FF=1")).isEmpty();
  }
}
