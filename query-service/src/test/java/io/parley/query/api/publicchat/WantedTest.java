package io.parley.query.api.publicchat;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.UUID;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class WantedTest {
  @ParameterizedTest
  @ValueSource(
      strings = {
        "0f6cd967-095e-4915-94b9-b0eb0ed7e944",
        "0F6CD967-095E-4915-94B9-B0EB0ED7E944",
        "0f6cd967095e491594b9b0eb0ed7e944",
        "{0f6cd967-095e-4915-94b9-b0eb0ed7e944}",
        "urn:uuid:0f6cd967-095e-4915-94b9-b0eb0ed7e944"
      })
  void aUuidHasManyForms(String text) {
    assertThat(Wanted.uuid(text)).hasValue(UUID.fromString("0f6cd967-095e-4915-94b9-b0eb0ed7e944"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"", "nope", "0f6cd967", "0f6cd967-095e-4915-94b9-b0eb0ed7e94g", "1-1-1-1-1"})
  void notEverythingIsOne(String text) {
    assertThat(Wanted.uuid(text)).isEmpty();
  }
}
