package io.parley.standalone;

import static io.parley.standalone.ExpectedFrames.aliceIs;
import static io.parley.standalone.ExpectedFrames.error;
import static io.parley.standalone.ExpectedFrames.typing;
import static io.parley.standalone.transcript.Difference.answer;
import static io.parley.standalone.transcript.Difference.anywhere;
import static io.parley.standalone.transcript.Difference.in;
import static io.parley.standalone.transcript.Difference.rest;

import io.parley.edge.publicchat.Text;
import io.parley.standalone.transcript.Difference;
import java.util.List;
import java.util.stream.Stream;

/// Where Parley is not as the public chat was, and why: all of it, nothing else differs.
final class DeliberateDifferences {
  private static final String WAS_500 = "what was a 500 is a 4xx with the shape of its neighbours";
  private static final String OWNER = "changing a room needs the session that created it";
  private static final String COUNTS = "counts count";
  private static final String HISTORY = "what was counted before the capture began";
  private static final String ORIGINS = "one allow-list of origins";
  private static final String BOUNDS = "lengths are bounded, a NUL and a lone surrogate refused";
  private static final String COLORS = "colours are checked, and one alone can be changed";
  private static final String ONE_PERSON = "two sockets with one session are one person";
  private static final String NO_GHOST = "a binary frame: 1003, and the member has left";
  private static final String DECODED = "the query is percent-decoded";
  private static final String FULL = "a full room: accepted, told so, closed with 4001";

  private static final String OWNED = "Content-Type: application/json\n";
  private static final String BY_OWNER =
      OWNED + "X-Session-Id: 5c1f8f5e-6a57-4b1c-9d2b-0f5a6f3d2a11\n";
  private static final String HOST = "Host: 127.0.0.1:8000\n";
  private static final String NOTHING = "`A <` *(nothing)*";
  private static final String NEWEST = "4e005ad3-8e6a-4005-89c8-5f0e117df5d5";
  private static final String TOO_LONG = "c8bf035f-eec9-4715-9121-9a751d8a8f5c";
  private static final String SHOWN = "The messages of the room, by REST";
  private static final String TWICE = "The same session_id twice";
  private static final String RAKIB_ENCODED = "%E0%A6%B0%E0%A6%BE%E0%A6%95%E0%A6%BF%E0%A6%AC";
  private static final String AGAIN_BEFORE = ", \\{\"id\": \"e4a53081[^}]*\"again\"[^}]*}]";
  private static final String AGAIN_ONCE_MORE = "\\[\\{\"id\": \"e4a53081[^}]*\"again\"[^}]*}, ";

  private DeliberateDifferences() {}

  static List<Difference> all() {
    return Stream.of(everywhere(), requests(), frames(), lookingBack(), handshakes())
        .flatMap(List::stream)
        .toList();
  }

  private static List<Difference> everywhere() {
    return List.of(
        anywhere(
            "(\"message_id\": \"[^\"]+\", \"timestamp\": \"[^\"]+\")}",
            "$1, \"seq\": \"<number>\"}",
            "messages carry seq"),
        anywhere(
            "(\\{\"type\": \"error\", [^\n]*\"timestamp\": \"[^\"]+\")}",
            "$1, \"code\": \"<word>\"}",
            "error frames carry a code"),
        anywhere(
            "(\\{\"type\": \"user_list\", [^\n]*\"timestamp\": \")[^\"<]+\"}",
            "$1<time>\"}",
            "user_list is coalesced: a newcomer is shown it at once, the others together"),
        anywhere(
            "(\"websocket_url\":\"[^\"]*)&color=#",
            "$1&color=%23",
            "websocket_url is percent-encoded"),
        in(
            "join-room",
            "?username=রাকিব",
            "?username=" + RAKIB_ENCODED,
            "websocket_url is percent-encoded"));
  }

  private static List<Difference> requests() {
    return List.of(
        in("Status", "\"total_users\":2", "\"total_users\":0", HISTORY),
        in("Health: the same view", "\"total_users\":2", "\"total_users\":0", HISTORY),
        answer("No trailing slash (POST)", 404, "{\"detail\":\"Not found.\"}", WAS_500),
        answer("CORS: simple request", 403, "", ORIGINS),
        answer("CORS: preflight", 403, "", ORIGINS),
        in(
            "rooms: create (max_users 2)",
            OWNED + "Content-Length",
            BY_OWNER + "Content-Length",
            OWNER),
        in("rooms: PATCH", OWNED + "Content-Length", BY_OWNER + "Content-Length", OWNER),
        in(
            "rooms: PUT without a name",
            OWNED + "Content-Length",
            BY_OWNER + "Content-Length",
            OWNER),
        in(
            "rooms: DELETE (anybody may)",
            "b9/ HTTP/1.1\n",
            "b9/ HTTP/1.1\nX-Session-Id: 5c1f8f5e-6a57-4b1c-9d2b-0f5a6f3d2a11\n",
            OWNER),
        in(
            "The room is deleted under its members: messages are dropped without a word",
            HOST,
            HOST + "Authorization: Bearer <admin>\n",
            OWNER + ", or an admin's token"),
        answer("messages: POST", 400, "{\"session_id\":[\"এটি আবশ্যক।\"]}", WAS_500));
  }

  private static List<Difference> frames() {
    return List.of(
        rest(
            "Typing: to everyone, the sender too; the value is passed through as it is",
            "`A <` text `{\"type\": \"typing\", \"user_id\": \"e4a53081-93d5-4ca6-a406-a71e197257db\","
                + " \"username\": \"alice\", \"typing\": \"yes\"",
            typing("A", "\"yes\"") + typing("A", "false") + typing("B", "false"),
            "typing ends by itself"),
        in(
            "user_update: only the colour, the same name, an empty name: ignored",
            "\"color\": \"#111111\"}`\n\n" + NOTHING,
            "\"color\": \"#111111\"}`\n\n" + aliceIs("#111111"),
            COLORS),
        in(
            "user_update: only the colour, the same name, an empty name: ignored",
            "\"color\": \"#222222\"}`\n\n" + NOTHING,
            "\"color\": \"#222222\"}`\n\n" + aliceIs("#222222"),
            COLORS),
        rest(
            "user_update: a colour that is too long",
            "`A <`",
            error("A", Text.COLOR_INVALID),
            COLORS),
        rest(
            "A message of 70,000 characters",
            "`A <`",
            error("A", Text.MESSAGE_TOO_LONG, 4000),
            BOUNDS),
        rest("NUL in the content", "`A <`", error("A", Text.TEXT_INVALID), BOUNDS),
        rest("A lone surrogate in the content", "`A <`", error("A", Text.TEXT_INVALID), BOUNDS),
        anywhere("(`(?:A2|B) <` text .*)" + AGAIN_ONCE_MORE, "$1[", ONE_PERSON),
        in(
            TWICE,
            "\"alice3\", \"user_color\": \"#123456789\"",
            "\"again\", \"user_color\": \"green\"",
            ONE_PERSON),
        rest(TWICE, "`A2 >` close 1000", "`A2 >` close 1000\n\n`B <` *(nothing)*\n", ONE_PERSON),
        in("A binary frame", "code 1011", "code 1003", NO_GHOST),
        anywhere("(`C <` text .*)" + AGAIN_BEFORE, "$1]", NO_GHOST));
  }

  /// What was refused, or coloured, before.
  private static List<Difference> lookingBack() {
    return List.of(
        anywhere(TOO_LONG, NEWEST, BOUNDS),
        anywhere("\"alice3\",\"color\":\"#123456789\"", "\"alice2\",\"color\":\"#222222\"", COLORS),
        in(SHOWN, "\"count\":5", "\"count\":3", BOUNDS),
        in("stats while two are in", "\"total_messages\":5", "\"total_messages\":3", BOUNDS),
        in("popular", "\"total_messages_count\":5", "\"total_messages_count\":3", BOUNDS),
        in(
            "public-rooms while two are in",
            "\"online_users\":10,\"total_messages\":10",
            "\"online_users\":2,\"total_messages\":3",
            COUNTS),
        answer(
            "messages: room_id is not a UUID",
            400,
            "{\"room_id\":[\"Must be a valid UUID.\"]}",
            WAS_500),
        answer(
            "messages: one by id",
            200,
            """
            {"id":"4e005ad3-8e6a-4005-89c8-5f0e117df5d5","user":{"id":"e4a53081-93d5-4ca6-a406-a71e197257db",\
            "username":"alice2","color":"#222222","is_online":true,"last_seen":"2026-11-22T06:26:24.999749+06:00",\
            "created_at":"2026-11-22T06:26:24.990378+06:00"},\
            "content":"<b>x</b>","message_type":"text","file_url":null,"timestamp":"2026-11-22T06:26:35.093939+06:00",\
            "seq":"<number>"}""",
            WAS_500),
        in(
            "Status at the end",
            "\"total_users\":25,\"total_messages\":6,\"online_users\":1,\"active_rooms\":1",
            "\"total_users\":21,\"total_messages\":4,\"online_users\":0,\"active_rooms\":0",
            HISTORY + ", whom origins and names kept out, what is too long, no ghosts"));
  }

  private static List<Difference> handshakes() {
    var unknown =
        Stream.of("Not a UUID", "No trailing slash", "Upper-case UUID", "Another path")
            .map(title -> in(title, "500 Internal server error", "404 Not Found", "unknown: 404"));
    return Stream.concat(
            unknown,
            Stream.of(
                anywhere("(?<=`C <` text .{0,400})" + RAKIB_ENCODED, "রাকিব", DECODED),
                in(
                    "Percent-encoded query: it is not decoded",
                    "\"%23ff0000\"",
                    "\"#ff0000\"",
                    DECODED),
                in(
                    "What a browser sends for join-room's websocket_url (the fragment cut off)",
                    "\"color\": \"\"",
                    "\"color\": \"#007bff\"",
                    COLORS),
                in(
                    "Room full (max_users 2): the third",
                    "403 Access denied",
                    "101 Switching Protocols\nSec-WebSocket-Accept: Dc2zTo8A0kVLJ0lqFU5MzueeVm0=",
                    FULL),
                rest(
                    "Room full (max_users 2): the third",
                    "`Z <`",
                    error("Z", Text.ROOM_FULL)
                        + "`Z <` close 4001\n\n`X <` *(nothing)*\n"
                        + "`X >` close 1000\n`Y >` close 1000\n",
                    FULL),
                rest(
                    "A foreign Origin",
                    "```http\nHTTP/1.1 101",
                    "```http\nHTTP/1.1 403\n```\n`C <` *(nothing)*\n",
                    ORIGINS),
                rest(
                    "Name of 101 characters",
                    "`C <`",
                    error("C", Text.NAME_TOO_LONG, 100) + "`C <` close 4400\n",
                    BOUNDS)))
        .toList();
  }
}
