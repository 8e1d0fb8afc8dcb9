package io.parley.delivery.publicroom;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.node.BooleanNode;
import tools.jackson.databind.node.IntNode;
import tools.jackson.databind.node.StringNode;

/// What clients send, as the observed transcripts have it.
class VisitorFrameTest {
  private static final VisitorFrame NOTHING = new VisitorFrame.Nothing();
  private static final VisitorFrame NO_JSON = new VisitorFrame.NoJson();

  private static VisitorFrame read(String text) {
    return VisitorFrame.of(text.replace('\'', '"'));
  }

  @Test
  void aMessageIsStripped() {
    assertThat(read("{'type':'message','content':'\\u00a0\\u2003 hi \\u001c\\u0085\\n'}"))
        .isEqualTo(new VisitorFrame.Message("hi"));
    assertThat(read("{'content':'no type','id':1,'file_url':'http://x'}"))
        .isEqualTo(new VisitorFrame.Message("no type"));
    assertThat(read("{'content':'a','content':'\\u200b'}"))
        .isEqualTo(new VisitorFrame.Message("\u200b"));
    assertThat(read("{'content':'a\\u0000b\\ud800'}"))
        .isEqualTo(new VisitorFrame.Message("a\0b\ud800"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{}",
        "{'type':'message'}",
        "{'content':''}",
        "{'content':' \\t\\n\\u3000'}",
        "{'type':'ping'}",
        "{'type':null,'content':'x'}",
        "{'type':5,'content':'x'}",
        "{'type':'user_update'}",
        "{'type':'user_update','username':' '}",
        "{'type':'user_update','color':''}"
      })
  void whatAsksForNothing(String text) {
    assertThat(read(text)).isEqualTo(NOTHING);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", " ", "{oops", "{} {}", "{}x", "{'content':'a\nb'}", "nan", "[1"})
  void whatIsNoJson(String text) {
    assertThat(read(text)).isEqualTo(NO_JSON);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "[1]|'list' object has no attribute 'get'",
        "'text'|'str' object has no attribute 'get'",
        "null|'NoneType' object has no attribute 'get'",
        "NaN|'float' object has no attribute 'get'",
        "-Infinity|'float' object has no attribute 'get'",
        "5|'int' object has no attribute 'get'",
        "1e3|'float' object has no attribute 'get'",
        "true|'bool' object has no attribute 'get'",
        "{'content':5}|'int' object has no attribute 'strip'",
        "{'content':1.5}|'float' object has no attribute 'strip'",
        "{'content':NaN}|'float' object has no attribute 'strip'",
        "{'content':null}|'NoneType' object has no attribute 'strip'",
        "{'content':['x']}|'list' object has no attribute 'strip'",
        "{'content':{}}|'dict' object has no attribute 'strip'",
        "{'content':false}|'bool' object has no attribute 'strip'",
        "{'type':'user_update','username':1}|'int' object has no attribute 'strip'"
      })
  void wrongTypesAreToldInPythonsWords(String text, String words) {
    assertThat(read(text)).isEqualTo(new VisitorFrame.WrongType(words));
  }

  @Test
  void anUpdateIsANameAColourOrBoth() {
    assertThat(read("{'type':'user_update','username':' a ','color':'red'}"))
        .isEqualTo(new VisitorFrame.Update("a", "red"));
    assertThat(read("{'type':'user_update','color':'#111'}"))
        .isEqualTo(new VisitorFrame.Update(null, "#111"));
    assertThat(read("{'type':'user_update','username':'a'}"))
        .isEqualTo(new VisitorFrame.Update("a", null));
  }

  @Test
  void typingIsPassedThroughAsItIs() {
    assertThat(read("{'type':'typing','typing':true}"))
        .isEqualTo(new VisitorFrame.Typing(BooleanNode.TRUE));
    assertThat(read("{'type':'typing'}")).isEqualTo(new VisitorFrame.Typing(BooleanNode.FALSE));
    assertThat(read("{'type':'typing','typing':'yes'}"))
        .isEqualTo(new VisitorFrame.Typing(StringNode.valueOf("yes")));
    assertThat(read("{'type':'typing','typing':0}"))
        .isEqualTo(new VisitorFrame.Typing(IntNode.valueOf(0)));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "null|false",
        "[]|false",
        "{}|false",
        "[0]|true",
        "{'a':1}|true",
        "NaN|true",
        "'abcdefghijklmnopqrstuvwxyzabcdefg'|true",
        "'\\ud800'|true"
      })
  void whatWouldNotPassBecomesItsTruth(String typing, boolean truth) {
    assertThat(read("{'type':'typing','typing':" + typing + "}"))
        .isEqualTo(new VisitorFrame.Typing(BooleanNode.valueOf(truth)));
  }
}
