package io.parley.edge.publicchat;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.boot.context.properties.bind.BindException;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.MapConfigurationPropertySource;

class PublicChatPropertiesTest {
  private static PublicChatProperties bind(Map<String, String> settings) {
    return new Binder(new MapConfigurationPropertySource(settings))
        .bindOrCreate("parley.public-chat", PublicChatProperties.class);
  }

  @Test
  void aRateIsWrittenAsItIsSaid() {
    var limits =
        bind(Map.of("parley.public-chat.limits.session.messages", "7/250ms")).limits().session();
    assertThat(limits.messages()).isEqualTo(new Rate(7, Duration.ofMillis(250)));
    assertThat(limits.rooms()).isEqualTo(new Rate(20, Duration.ofSeconds(10)));
  }

  @Test
  void noMessageIsLongerThanTheLogMayHold() {
    assertThatThrownBy(() -> bind(Map.of("parley.public-chat.max-message-length", "4001")))
        .isInstanceOf(BindException.class)
        .hasRootCauseMessage("parley.public-chat.max-message-length is 1 to 4000");
  }
}
