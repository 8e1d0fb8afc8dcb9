package io.parley.query.api;

import io.parley.edge.identity.Caller;
import io.parley.edge.problem.Problem;
import io.parley.query.conversation.ConversationsProjection;
import io.parley.query.message.MessagesProjection;
import io.parley.query.oversight.OversightProjection;
import io.parley.query.publicroom.PublicRoomsProjection;
import io.parley.query.search.FoundMessage;
import io.parley.query.search.Highlights;
import io.parley.query.search.MessageSearch;
import io.parley.query.search.MessageSearch.Where;
import io.parley.query.search.Search;
import io.parley.query.search.SearchProjection;
import io.parley.query.search.Span;
import io.parley.schemas.Access;
import io.parley.schemas.LogPosition;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/// The messages of all conversations and public rooms in which words are, for the marketplace's
/// staff.
@RestController
class AdminMessagesController {
  private final Entrance entrance;
  private final Search search;
  private final MessageSearch messages;
  private final AccessLog accesses;

  AdminMessagesController(
      Entrance entrance, Search search, MessageSearch messages, AccessLog accesses) {
    this.entrance = entrance;
    this.search = search;
    this.messages = messages;
    this.accesses = accesses;
  }

  /// A message with the places at which the words are in its content.
  record FoundView(FoundMessage.Room room, MessageOfFound message, List<Span> highlights) {
    static FoundView of(FoundMessage found, List<String> words) {
      return new FoundView(
          found.room(), MessageOfFound.of(found), Highlights.of(found.content(), words));
    }
  }

  /// What is told of the message. One that was taken back is not found.
  record MessageOfFound(
      UUID id,
      long seq,
      String senderUsername,
      String role,
      String content,
      Instant createdAt,
      @Nullable Instant editedAt,
      boolean deleted) {
    static MessageOfFound of(FoundMessage found) {
      return new MessageOfFound(
          found.id(),
          found.seq(),
          found.senderUsername(),
          found.role(),
          found.content(),
          found.createdAt(),
          found.editedAt(),
          false);
    }
  }

  @GetMapping("/api/chat/admin/messages")
  Page<FoundView> messages(
      Caller caller,
      @RequestHeader(name = LogPosition.HEADER, required = false) @Nullable String position,
      @RequestParam(name = "search", defaultValue = "") String query,
      @RequestParam Map<String, String> parameters,
      HttpServletRequest request) {
    AdminController.check(caller);
    var words = search.words(query);
    if (words.isEmpty()) {
      throw Problem.badRequest("search_invalid", "Say what to search for.");
    }
    var where = where(parameters);
    entrance.admit(
        caller,
        position,
        ConversationsProjection.NAME,
        SearchProjection.NAME,
        MessagesProjection.NAME,
        PublicRoomsProjection.NAME,
        OversightProjection.NAME);
    accesses.record(caller, new Access.OfSearch(query));
    return Paging.of(parameters.get("page"), parameters.get("page_size"))
        .of(
            messages.count(words, where),
            Links.of(request),
            (offset, size) ->
                messages.page(words, where, offset, size).stream()
                    .map(found -> FoundView.of(found, words))
                    .toList());
  }

  private static Where where(Map<String, String> parameters) {
    var filter = Filters.of(parameters);
    boolean onlyPublic = Filters.PUBLIC.equals(parameters.get("kind"));
    return new Where(!onlyPublic, filter.kind() == null, filter, room(parameters.get("room_id")));
  }

  private static @Nullable UUID room(@Nullable String text) {
    return text == null || text.isEmpty()
        ? null
        : RoomIds.parse(text).orElseThrow(() -> Parameters.invalid("room_id", "is a room's id"));
  }
}
