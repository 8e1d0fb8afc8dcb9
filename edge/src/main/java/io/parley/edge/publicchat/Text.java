package io.parley.edge.publicchat;

import java.util.Arrays;
import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.ResourceBundle;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// All that the public chat says to its visitors. The words are in the message bundles
/// `texts_<language>.properties`, `{0}` and `{1}` stand for what is said of.
public enum Text {
  /// Somebody came in: the name.
  JOINED,
  /// Somebody left: the name.
  LEFT,
  /// Somebody took another name: the former one, the new one.
  RENAMED,
  /// A frame was no JSON.
  INVALID_JSON,
  /// A frame's JSON had a wrong type somewhere: what of it.
  SERVER_ERROR,
  /// There is no such room.
  ROOM_NOT_FOUND,
  /// The room takes no more visitors.
  ROOM_FULL,
  /// A visitor was created.
  USER_CREATED,
  /// A visitor may come in.
  ROOM_JOINED,
  /// A field is missing.
  REQUIRED,
  /// A field is blank.
  BLANK,
  /// A field is null.
  NULL,
  /// A field is no text.
  NOT_A_STRING,
  /// A field has too many characters: the most.
  TOO_LONG,
  /// A field has a NUL.
  NUL,
  /// A field has a lone surrogate: which, in hex.
  SURROGATE,
  /// A field is no UUID.
  NOT_A_UUID,
  /// A field is no whole number.
  NOT_AN_INTEGER,
  /// A number is too small: the least.
  TOO_SMALL,
  /// A number is too large: the most.
  TOO_LARGE,
  /// A field is neither true nor false.
  NOT_A_BOOLEAN,
  /// A field is none of the words that it may be: what it is.
  NOT_A_CHOICE,
  /// A field is no address.
  NOT_A_URL,
  /// A field is no colour.
  NOT_A_COLOR,
  /// Nobody has this session.
  UNKNOWN_SESSION,
  /// A body is no object: what it is, in Python's words.
  NOT_A_DICTIONARY,
  /// There is no such thing.
  NOT_FOUND,
  /// A list has no such page.
  INVALID_PAGE,
  /// A body is no JSON: what is wrong and where.
  PARSE_ERROR,
  /// A method is not for this path: which.
  METHOD,
  /// A body's type is not understood: which.
  MEDIA_TYPE,
  /// Too many of these: in how many seconds again.
  THROTTLED,
  /// Only who opened a room may change it.
  NOT_YOURS,
  /// Nothing answers for the moment.
  UNAVAILABLE,
  /// A message is too long: the most.
  MESSAGE_TOO_LONG,
  /// A name is too long: the most.
  NAME_TOO_LONG,
  /// A text is no Unicode or has a NUL.
  TEXT_INVALID,
  /// A colour is none.
  COLOR_INVALID,
  /// One visitor has too many sockets.
  TOO_MANY_CONNECTIONS,
  /// The system works.
  STATUS_ACTIVE,
  /// What this is called.
  PROJECT,
  /// What this is.
  PROJECT_DESCRIPTION;

  private static final String BUNDLE = Text.class.getPackageName() + ".texts";
  private static final Pattern PLACE = Pattern.compile("\\{(\\d)}");
  private static final Map<Language, Map<Text, String>> WORDS = read();

  /// The words in this language, with the arguments in their places.
  public String in(Language language, Object... arguments) {
    return PLACE
        .matcher(Objects.requireNonNull(WORDS.get(language)).get(this))
        .replaceAll(
            place ->
                Matcher.quoteReplacement(
                    String.valueOf(arguments[Integer.parseInt(place.group(1))])));
  }

  private static Map<Language, Map<Text, String>> read() {
    var all = new EnumMap<Language, Map<Text, String>>(Language.class);
    for (var language : Language.values()) {
      var bundle =
          ResourceBundle.getBundle(
              BUNDLE,
              language.locale(),
              ResourceBundle.Control.getNoFallbackControl(
                  ResourceBundle.Control.FORMAT_PROPERTIES));
      var words = new EnumMap<Text, String>(Text.class);
      Arrays.stream(values())
          .forEach(text -> words.put(text, bundle.getString(text.name().toLowerCase(Locale.ROOT))));
      all.put(language, words);
    }
    return all;
  }
}
