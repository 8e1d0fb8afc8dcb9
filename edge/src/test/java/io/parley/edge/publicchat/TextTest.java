package io.parley.edge.publicchat;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.Locale;
import java.util.ResourceBundle;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class TextTest {
  private static final Pattern PLACE = Pattern.compile("\\{\\d}");

  @Test
  void saysWhoCameInEachLanguage() {
    assertThat(Text.JOINED.in(Language.BANGLA, "রাকিব"))
        .isEqualTo("🎉 রাকিব চ্যাটরুমে যোগ দিয়েছেন!");
    assertThat(Text.JOINED.in(Language.PERSIAN, "سارا")).isEqualTo("🎉 سارا به گفتگو پیوست!");
    assertThat(Text.JOINED.in(Language.ENGLISH, "Ada"))
        .isEqualTo("🎉 Ada has joined the chat room!");
  }

  @Test
  void aNameIsTextAndNothingElse() {
    assertThat(Text.RENAMED.in(Language.ENGLISH, "{1}", "$1 \\ {0}"))
        .isEqualTo("📝 {1} is now known as $1 \\ {0}");
  }

  @ParameterizedTest
  @EnumSource(Text.class)
  void hasTheSamePlacesInEveryLanguage(Text text) {
    var places = Arrays.stream(Language.values()).map(language -> places(text, language));
    assertThat(places.distinct()).hasSize(1);
  }

  @ParameterizedTest
  @EnumSource(Language.class)
  void aBundleHasNothingThatNobodySays(Language language) {
    var bundle = ResourceBundle.getBundle("io.parley.edge.publicchat.texts", language.locale());
    assertThat(bundle.keySet())
        .containsExactlyInAnyOrderElementsOf(
            Arrays.stream(Text.values())
                .map(text -> text.name().toLowerCase(Locale.ROOT))
                .toList());
  }

  private static Set<String> places(Text text, Language language) {
    var places = new TreeSet<String>();
    var found = PLACE.matcher(text.in(language, "{0}", "{1}"));
    while (found.find()) {
      places.add(found.group());
    }
    return places;
  }
}
