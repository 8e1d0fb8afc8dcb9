package io.parley.query.api;

import io.parley.edge.identity.Caller;
import io.parley.edge.problem.Problem;
import io.parley.query.conversation.ConversationsProjection;
import io.parley.query.conversation.VendorConversations;
import io.parley.query.conversation.VendorFilter;
import io.parley.schemas.LogPosition;
import io.parley.schemas.view.RoomView;
import jakarta.servlet.http.HttpServletRequest;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/// The conversations about a vendor's products.
@RestController
class VendorController {
  private final Entrance entrance;
  private final VendorConversations conversations;

  VendorController(Entrance entrance, VendorConversations conversations) {
    this.entrance = entrance;
    this.conversations = conversations;
  }

  @GetMapping("/api/chat/vendor/rooms")
  Page<RoomView> rooms(
      Caller caller,
      @RequestHeader(name = LogPosition.HEADER, required = false) @Nullable String position,
      @RequestParam(required = false) @Nullable String unread,
      @RequestParam(required = false) @Nullable String waiting,
      @RequestParam(required = false) @Nullable String archived,
      @RequestParam(required = false) @Nullable String page,
      @RequestParam(name = "page_size", required = false) @Nullable String pageSize,
      HttpServletRequest request) {
    var vendor =
        caller
            .vendor()
            .orElseThrow(() -> Problem.forbidden("not_allowed", "Only a vendor may do that."));
    var filter =
        new VendorFilter(
            Parameters.flag("unread", unread),
            Parameters.flag("waiting", waiting),
            Parameters.flag("archived", archived));
    var viewer = entrance.admit(caller, position, ConversationsProjection.NAME);
    return Paging.of(page, pageSize)
        .of(
            conversations.count(vendor, filter),
            Links.of(request),
            (offset, size) ->
                conversations.page(vendor, filter, offset, size).stream()
                    .map(viewer::view)
                    .toList());
  }
}
