package io.parley.query.api;

import io.parley.edge.identity.Caller;
import io.parley.query.canned.CannedReplies;
import io.parley.query.canned.CannedRepliesProjection;
import io.parley.schemas.LogPosition;
import io.parley.schemas.view.CannedReplyView;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RestController;

/// The answers that a vendor keeps ready, for whoever answers for it.
@RestController
class CannedRepliesController {
  private final Entrance entrance;
  private final CannedReplies replies;

  CannedRepliesController(Entrance entrance, CannedReplies replies) {
    this.entrance = entrance;
    this.replies = replies;
  }

  @GetMapping("/api/chat/vendor/replies")
  List<CannedReplyView> replies(
      Caller caller,
      @RequestHeader(name = LogPosition.HEADER, required = false) @Nullable String position) {
    var vendor = VendorController.vendor(caller);
    entrance.admit(caller, position, CannedRepliesProjection.NAME);
    return replies.of(vendor);
  }
}
