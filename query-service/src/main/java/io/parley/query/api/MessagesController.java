package io.parley.query.api;

import io.parley.edge.identity.Caller;
import io.parley.query.api.Entrance.Admitted;
import io.parley.query.message.Messages;
import io.parley.query.message.MessagesProjection;
import io.parley.query.message.StoredMessage;
import io.parley.schemas.Access.OfMessages;
import io.parley.schemas.LogPosition;
import io.parley.schemas.view.MessageView;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/// The messages of a room: by numbered pages, newest first, as the old API had it, or from a
/// sequence on.
@RestController
class MessagesController {
  private static final int DEFAULT_LIMIT = 50;
  private static final int MAX_LIMIT = 200;
  private static final String PATH = "/api/chat/rooms/{roomId}/messages";
  private static final String AFTER = "after_seq";
  private static final String BEFORE = "before_seq";

  private final Entrance entrance;
  private final Messages messages;

  MessagesController(Entrance entrance, Messages messages) {
    this.entrance = entrance;
    this.messages = messages;
  }

  @GetMapping(
      path = PATH,
      params = {"!" + AFTER, "!" + BEFORE})
  Page<MessageView> page(
      Caller caller,
      @RequestHeader(name = LogPosition.HEADER, required = false) @Nullable String position,
      @PathVariable String roomId,
      @RequestParam(required = false) @Nullable String page,
      @RequestParam(name = "page_size", required = false) @Nullable String pageSize,
      HttpServletRequest request) {
    var admitted = admit(roomId, caller, position);
    return Paging.of(page, pageSize)
        .of(
            messages.count(admitted.roomId()),
            Links.of(request),
            (offset, size) ->
                seen(messages.page(admitted.roomId(), offset, size), admitted.viewer()));
  }

  @GetMapping(
      path = PATH,
      params = {AFTER, "!" + BEFORE})
  Slice<MessageView> after(
      Caller caller,
      @RequestHeader(name = LogPosition.HEADER, required = false) @Nullable String position,
      @PathVariable String roomId,
      @RequestParam(AFTER) String afterSeq,
      @RequestParam(required = false) @Nullable String limit,
      HttpServletRequest request) {
    var admitted = admit(roomId, caller, position);
    long seq = Parameters.seq(AFTER, afterSeq);
    int size = Parameters.limit(limit, DEFAULT_LIMIT, MAX_LIMIT);
    var found = messages.after(admitted.roomId(), seq, size + 1);
    var links = Links.of(request);
    return new Slice<>(
        seen(first(found, size), admitted.viewer()),
        found.size() <= size ? null : links.with(AFTER, seqOf(found.get(size - 1))),
        seq == 0 ? null : links.instead(AFTER, BEFORE, String.valueOf(seq + 1)));
  }

  @GetMapping(
      path = PATH,
      params = {BEFORE, "!" + AFTER})
  Slice<MessageView> before(
      Caller caller,
      @RequestHeader(name = LogPosition.HEADER, required = false) @Nullable String position,
      @PathVariable String roomId,
      @RequestParam(BEFORE) String beforeSeq,
      @RequestParam(required = false) @Nullable String limit,
      HttpServletRequest request) {
    var admitted = admit(roomId, caller, position);
    long seq = Parameters.seq(BEFORE, beforeSeq);
    int size = Parameters.limit(limit, DEFAULT_LIMIT, MAX_LIMIT);
    var found = messages.before(admitted.roomId(), seq, size + 1);
    var links = Links.of(request);
    return new Slice<>(
        seen(first(found, size), admitted.viewer()),
        found.size() <= size ? null : links.with(BEFORE, seqOf(found.get(size - 1))),
        seq == 0 ? null : links.instead(BEFORE, AFTER, String.valueOf(seq - 1)));
  }

  @GetMapping(
      path = PATH,
      params = {AFTER, BEFORE})
  void both() {
    throw Parameters.invalid(AFTER, "and '" + BEFORE + "' do not go together");
  }

  private Admitted admit(String roomId, Caller caller, @Nullable String position) {
    return entrance.admitTo(roomId, caller, position, OfMessages::new, MessagesProjection.NAME);
  }

  private static List<StoredMessage> first(List<StoredMessage> found, int size) {
    return found.size() > size ? found.subList(0, size) : found;
  }

  private static List<MessageView> seen(List<StoredMessage> found, Viewer viewer) {
    return found.stream().map(message -> message.seenBy(viewer.key())).toList();
  }

  private static String seqOf(StoredMessage message) {
    return String.valueOf(message.seq());
  }
}
