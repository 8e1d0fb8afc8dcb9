package io.parley.query.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.parley.query.RunningQueryService;
import io.parley.query.given.Answer;
import io.parley.query.given.GivenRoom;
import io.parley.query.given.People;
import io.parley.schemas.Access;
import io.parley.schemas.Json;
import io.parley.schemas.Person;
import java.io.IOException;
import java.util.ArrayList;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;

/// A whole conversation as a file.
class ExportIT extends RunningQueryService {
  private static final int MANY = 1_200;

  private final Person root = People.admin("root");
  private final Person sara = People.buyer("سارا");
  private final Person shop = People.vendor("=shop");
  private final GivenRoom room = GivenRoom.started(sara, People.newId(), null);
  @Autowired private JdbcClient jdbc;
  private final String path = "/api/chat/admin/rooms/" + room.id() + "/export/";

  private Answer export(String query) {
    return admin(root).after(given(room)).get(path + query);
  }

  @Test
  void everyEventIsALineAsTheHistoryShowsIt() {
    for (int i = 0; i < MANY; i++) {
      room.says(sara, "پیام\n" + i);
    }
    room.edits(sara, 2, "ویرایش").deletes(sara, 3).reports(sara, "😡", null);

    var export = export("");

    assertThat(export.header("Content-Type")).hasValue("application/x-ndjson");
    assertThat(export.header("Content-Disposition"))
        .hasValue("attachment; filename=\"room-" + room.id() + ".ndjson\"");
    var lines = new ArrayList<JsonNode>();
    export.http().body().lines().forEach(line -> lines.add(Json.mapper().readTree(line)));
    assertThat(lines).hasSize(MANY + 4);
    assertThat(lines).extracting(line -> line.path("seq").asInt()).isSorted();
    assertThat(lines.get(2).at("/data/content").asString()).isEmpty();
    assertThat(lines.getLast().path("type").asString())
        .isEqualTo("parley.room.conversation_reported.v1");
    var history = admin(root).get("/api/chat/rooms/" + room.id() + "/events/?limit=1000").body();
    assertThat(lines.subList(0, 1_000)).isEqualTo(history.path("results").valueStream().toList());
    assertThat(commandSide().accessesOf(root.key())).contains(new Access.OfEvents(room.id()));
  }

  @Test
  void everyMessageIsARow() {
    for (int i = 0; i < MANY; i++) {
      room.says(sara, "پیام " + i);
    }
    room.says(shop, "=cmd|'/c calc'!A1")
        .says(shop, "two\nlines, \"quoted\"")
        .deletes(shop, MANY + 3);

    var export = export("?format=csv");

    assertThat(export.header("Content-Type").orElseThrow()).startsWith("text/csv");
    var rows = export.http().body().split("\r\n", -1);
    assertThat(rows).hasSize(MANY + 4);
    assertThat(rows[0]).startsWith("\uFEFFseq,id,created_at,role,sender,sender_username,content");
    assertThat(rows[1])
        .startsWith("2,")
        .contains(",buyer," + sara.accountId() + ",سارا,پیام 0,text,");
    assertThat(rows[MANY + 1]).contains(",'=shop,'=cmd|'/c calc'!A1,text,,,false");
    assertThat(rows[MANY + 2]).contains(",'=shop,,text,,,true");
    assertThat(commandSide().accessesOf(root.key())).contains(new Access.OfMessages(room.id()));
  }

  @Test
  void whatBreaksOffDoesNotLookWhole() {
    for (int i = 0; i < MANY; i++) {
      room.says(sara, "پیام " + i);
    }
    var client = admin(root).after(given(room));
    assertThat(client.get(path + "?format=csv").status()).isEqualTo(200);
    type(MANY, "nonsense");
    try {
      assertThatThrownBy(() -> client.get(path + "?format=csv"))
          .hasRootCauseInstanceOf(IOException.class);
    } finally {
      type(MANY, "text");
    }
  }

  @Test
  void whatFailsAtOnceIsAProblem() {
    room.says(sara, "پیام");
    var client = admin(root).after(given(room));
    assertThat(client.get(path + "?format=csv").status()).isEqualTo(200);
    type(2, "nonsense");
    try {
      var failed = client.get(path + "?format=csv");
      assertThat(failed.status()).isEqualTo(500);
      assertThat(failed.code()).isEqualTo("internal");
      assertThat(failed.header("Content-Disposition")).isEmpty();
    } finally {
      type(2, "text");
    }
  }

  private void type(long seq, String type) {
    jdbc.sql("update messages.message set type = :type where room_id = :room and seq = :seq")
        .param("type", type)
        .param("room", room.id())
        .param("seq", seq)
        .update();
  }

  @Test
  void itIsForAdminsOnly() {
    assertThat(export("?format=xls").code()).isEqualTo("parameter_invalid");
    assertThat(buyer(sara).get(path).code()).isEqualTo("not_allowed");
    assertThat(nobody().get(path).status()).isEqualTo(401);
    assertThat(admin(root).get("/api/chat/admin/rooms/" + People.newId() + "/export/").status())
        .isEqualTo(404);
  }
}
