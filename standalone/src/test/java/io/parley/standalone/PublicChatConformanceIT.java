package io.parley.standalone;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.parley.standalone.transcript.Difference;
import io.parley.standalone.transcript.Replay;
import io.parley.standalone.transcript.Script;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.core.io.ClassPathResource;
import org.springframework.test.annotation.DirtiesContext;
import org.springframework.test.context.TestPropertySource;

/// What clients of the public chat know of it holds here: every request and every frame that was
/// captured there is sent here, and what comes back is compared.
///
/// A Parley of its own, in which nothing has happened yet.
@TestPropertySource(properties = "parley.test=conformance")
@DirtiesContext
class PublicChatConformanceIT extends RunningParley {
  private static final int SECTIONS = 108;

  @Test
  void whatWasCapturedComesAgainButForTheDeliberateDifferences() throws IOException {
    var script =
        Script.of(
            resource("public-chat-transcripts.md"),
            resource("public-chat-presupposed.md"),
            DeliberateDifferences.all());
    assertThat(script.unused()).extracting(Difference::was).isEmpty();
    assertThat(script.sections()).hasSize(SECTIONS);
    assertThat(script.sections().values()).noneMatch(List::isEmpty);
    var replay = new Replay(parley().port(), Map.of("admin", parley().admin().token()));
    try (replay) {
      script.sections().forEach(replay::play);
    }
    assertThat(replay.complaints()).isEmpty();
  }

  private static String resource(String name) throws IOException {
    return new ClassPathResource(name).getContentAsString(UTF_8);
  }
}
