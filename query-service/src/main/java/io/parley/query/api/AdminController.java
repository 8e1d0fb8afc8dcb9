package io.parley.query.api;

import io.parley.edge.identity.Caller;
import io.parley.edge.problem.Problem;
import io.parley.query.conversation.Conversations;
import io.parley.query.conversation.ConversationsProjection;
import io.parley.query.message.MessagesProjection;
import io.parley.query.oversight.OversightProjection;
import io.parley.query.oversight.Reports;
import io.parley.query.search.RoomFilter;
import io.parley.query.search.Search;
import io.parley.query.search.SearchProjection;
import io.parley.schemas.Access;
import io.parley.schemas.LogPosition;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Map;
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
  private final Reports reports;
  private final AccessLog accesses;

  AdminController(
      Entrance entrance,
      Conversations conversations,
      Search search,
      Reports reports,
      AccessLog accesses) {
    this.entrance = entrance;
    this.accesses = accesses;
    this.conversations = conversations;
    this.search = search;
    this.reports = reports;
  }

  @GetMapping("/api/chat/admin/rooms")
  Page<AdminRoomView> rooms(
      Caller caller,
      @RequestHeader(name = LogPosition.HEADER, required = false) @Nullable String position,
      @RequestParam(name = "search", defaultValue = "") String query,
      @RequestParam Map<String, String> parameters,
      HttpServletRequest request) {
    check(caller);
    var words = search.words(query);
    var filter = Filters.of(parameters);
    boolean none = Filters.PUBLIC.equals(parameters.get("kind"));
    var viewer =
        entrance.admit(
            caller,
            position,
            ConversationsProjection.NAME,
            SearchProjection.NAME,
            MessagesProjection.NAME,
            OversightProjection.NAME);
    if (!words.isEmpty()) {
      accesses.record(caller, new Access.OfSearch(query));
    }
    return Paging.of(parameters.get("page"), parameters.get("page_size"))
        .of(
            none ? 0 : search.count(words, filter),
            Links.of(request),
            (offset, size) -> none ? List.of() : found(viewer, words, filter, offset, size));
  }

  private List<AdminRoomView> found(
      Viewer viewer, List<String> words, RoomFilter filter, long offset, int size) {
    var ids = search.page(words, filter, offset, size);
    var open = reports.open(ids);
    var hits = search.messages(ids, words, Found.MOST);
    return conversations.all(ids).stream()
        .map(
            room ->
                new AdminRoomView(
                    viewer.view(room),
                    open.getOrDefault(room.roomId(), 0L),
                    words.isEmpty()
                        ? null
                        : Found.in(room, hits.getOrDefault(room.roomId(), List.of()), words)))
        .toList();
  }

  static void check(Caller caller) {
    if (!caller.isAdmin()) {
      throw Problem.forbidden("not_allowed", "Only an admin may do that.");
    }
  }
}
