package io.parley.query.api;

import io.parley.edge.identity.Caller;
import io.parley.edge.problem.Problem;
import io.parley.query.conversation.Conversation;
import io.parley.query.conversation.Conversations;
import io.parley.query.conversation.ConversationsProjection;
import io.parley.query.search.Search;
import io.parley.query.search.SearchProjection;
import io.parley.schemas.Access;
import io.parley.schemas.LogPosition;
import io.parley.schemas.view.RoomView;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/// All conversations, for the marketplace's staff.
@RestController
class AdminController {
  private final Entrance entrance;
  private final Conversations conversations;
  private final Search search;
  private final AccessLog accesses;

  AdminController(
      Entrance entrance, Conversations conversations, Search search, AccessLog accesses) {
    this.entrance = entrance;
    this.accesses = accesses;
    this.conversations = conversations;
    this.search = search;
  }

  @GetMapping("/api/chat/admin/rooms")
  Page<RoomView> rooms(
      Caller caller,
      @RequestHeader(name = LogPosition.HEADER, required = false) @Nullable String position,
      @RequestParam(name = "search", defaultValue = "") String query,
      @RequestParam(required = false) @Nullable String page,
      @RequestParam(name = "page_size", required = false) @Nullable String pageSize,
      HttpServletRequest request) {
    check(caller);
    var words = search.words(query);
    var viewer =
        entrance.admit(caller, position, ConversationsProjection.NAME, SearchProjection.NAME);
    if (!words.isEmpty()) {
      accesses.record(caller, new Access.OfSearch(query));
    }
    return Paging.of(page, pageSize)
        .of(
            words.isEmpty() ? conversations.count() : search.count(words),
            Links.of(request),
            (offset, size) -> found(words, offset, size).stream().map(viewer::view).toList());
  }

  private List<Conversation> found(List<String> words, long offset, int size) {
    return words.isEmpty()
        ? conversations.page(offset, size)
        : conversations.all(search.page(words, offset, size));
  }

  static void check(Caller caller) {
    if (!caller.isAdmin()) {
      throw Problem.forbidden("not_allowed", "Only an admin may do that.");
    }
  }
}
