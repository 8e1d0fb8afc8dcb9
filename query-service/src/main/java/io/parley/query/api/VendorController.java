package io.parley.query.api;

import io.parley.edge.identity.Caller;
import io.parley.edge.problem.Problem;
import io.parley.query.conversation.ConversationsProjection;
import io.parley.query.conversation.VendorConversations;
import io.parley.query.conversation.VendorFilter;
import io.parley.query.conversation.VendorOrder;
import io.parley.query.conversation.VendorSummaries;
import io.parley.query.conversation.VendorSummaries.Summary;
import io.parley.query.search.Search;
import io.parley.query.search.SearchProjection;
import io.parley.schemas.LogPosition;
import io.parley.schemas.MarketplaceId;
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
  private final VendorSummaries summaries;
  private final Search search;

  VendorController(
      Entrance entrance,
      VendorConversations conversations,
      VendorSummaries summaries,
      Search search) {
    this.entrance = entrance;
    this.conversations = conversations;
    this.summaries = summaries;
    this.search = search;
  }

  @GetMapping("/api/chat/vendor/rooms")
  Page<RoomView> rooms(
      Caller caller,
      @RequestHeader(name = LogPosition.HEADER, required = false) @Nullable String position,
      @RequestParam(defaultValue = "recent") String sort,
      @RequestParam(name = "search", defaultValue = "") String query,
      @RequestParam(name = "product_id", required = false) @Nullable String product,
      @RequestParam(required = false) @Nullable String unread,
      @RequestParam(required = false) @Nullable String waiting,
      @RequestParam(required = false) @Nullable String archived,
      @RequestParam(required = false) @Nullable String page,
      @RequestParam(name = "page_size", required = false) @Nullable String pageSize,
      HttpServletRequest request) {
    var vendor = vendor(caller);
    var order = order(sort);
    var filter =
        new VendorFilter(
            Parameters.flag("unread", unread),
            Parameters.flag("waiting", waiting),
            Parameters.flag("archived", archived),
            product == null ? null : product(product),
            search.words(query));
    var viewer = entrance.admit(caller, position, projections(filter));
    return Paging.of(page, pageSize)
        .of(
            conversations.count(vendor, filter),
            Links.of(request),
            (offset, size) ->
                conversations.page(vendor, filter, order, offset, size).stream()
                    .map(viewer::view)
                    .toList());
  }

  @GetMapping("/api/chat/vendor/summary")
  Summary summary(
      Caller caller,
      @RequestHeader(name = LogPosition.HEADER, required = false) @Nullable String position) {
    var vendor = vendor(caller);
    entrance.admit(caller, position, ConversationsProjection.NAME);
    return summaries.of(vendor);
  }

  static MarketplaceId vendor(Caller caller) {
    return caller
        .vendor()
        .orElseThrow(() -> Problem.forbidden("not_allowed", "Only a vendor may do that."));
  }

  private static String[] projections(VendorFilter filter) {
    return filter.words().isEmpty()
        ? new String[] {ConversationsProjection.NAME}
        : new String[] {ConversationsProjection.NAME, SearchProjection.NAME};
  }

  private static VendorOrder order(String sort) {
    return switch (sort) {
      case "recent" -> VendorOrder.RECENT;
      case "waiting" -> VendorOrder.WAITING;
      default -> throw Parameters.invalid("sort", "is recent or waiting");
    };
  }

  private static MarketplaceId product(String id) {
    try {
      return new MarketplaceId(id);
    } catch (IllegalArgumentException e) {
      throw Parameters.invalid("product_id", "is an id of a product");
    }
  }
}
