package io.parley.delivery.publicroom;

import static org.assertj.core.api.Assertions.assertThat;

import io.parley.edge.publicchat.Language;
import io.parley.edge.publicchat.PublicChatProperties;
import io.parley.schemas.Ids;
import io.parley.schemas.Visitor;
import java.util.OptionalLong;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.MapConfigurationPropertySource;

class VisitTest {
  private static final UUID ROOM = UUID.randomUUID();
  private static final PublicChatProperties BOUNDS =
      new Binder(new MapConfigurationPropertySource())
          .bindOrCreate("parley.public-chat", PublicChatProperties.class);

  private static Visit visit(String query) {
    return Visit.of(ROOM, query, Language.ENGLISH, "10.0.0.1", BOUNDS);
  }

  private static Visit.Welcome welcome(String query) {
    return (Visit.Welcome) visit(query);
  }

  @Test
  void whoSaysEverythingIsKnownByTheDigestOfItsSession() {
    assertThat(welcome("username=%20sara%20&color=%23f00&session_id=secret&after_seq=12"))
        .isEqualTo(
            new Visit.Welcome(
                ROOM,
                new Visitor(Ids.visitor("secret"), "sara", "#f00"),
                "secret",
                "10.0.0.1",
                OptionalLong.of(12),
                Language.ENGLISH));
  }

  @Test
  void whoSaysNothingIsAGuestOfItsOwn() {
    var one = welcome("username=&color=%20&session_id=");
    var other = welcome("");
    assertThat(one.visitor().username()).isEqualTo(Visitor.DEFAULT_USERNAME);
    assertThat(one.visitor().color()).isEqualTo(Visitor.DEFAULT_COLOR);
    assertThat(one.afterSeq()).isEmpty();
    assertThat(one.visitor().id()).isNotEqualTo(other.visitor().id());
  }

  @ParameterizedTest
  @CsvSource({
    "username=%, query_invalid",
    "username=a%00b, username_invalid",
    "color=notacolour, color_invalid",
    "color=%23ff00, color_invalid",
    "session_id=a%00, session_id_invalid",
    "after_seq=-1, after_seq_invalid",
    "after_seq=1e3, after_seq_invalid",
    "after_seq=1234567890123456789, after_seq_invalid"
  })
  void whatCannotBeIsNamed(String query, String code) {
    assertThat(visit(query))
        .isInstanceOfSatisfying(
            Visit.Mistaken.class, mistaken -> assertThat(mistaken.code()).isEqualTo(code));
  }

  @Test
  void whatIsTooLongIsNamed() {
    assertThat(((Visit.Mistaken) visit("username=" + "x".repeat(101))).code())
        .isEqualTo("username_too_long");
    assertThat(((Visit.Mistaken) visit("session_id=" + "x".repeat(256))).code())
        .isEqualTo("session_id_too_long");
    assertThat(welcome("username=" + "%F0%9F%8E%89".repeat(100)).visitor().username()).hasSize(200);
  }
}
