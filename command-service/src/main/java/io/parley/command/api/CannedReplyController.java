package io.parley.command.api;

import io.parley.edge.identity.Identities;
import io.parley.edge.problem.Problem;
import io.parley.schemas.CannedText;
import io.parley.schemas.MarketplaceId;
import io.parley.schemas.MessageContent;
import io.parley.schemas.MessageType;
import io.parley.schemas.command.CannedReplyCommand.AddCannedReply;
import io.parley.schemas.command.CannedReplyCommand.ChangeCannedReply;
import io.parley.schemas.command.CannedReplyCommand.RemoveCannedReply;
import io.parley.schemas.reply.Outcome.CannedReplyNow;
import io.parley.schemas.reply.Refusal;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/// The answers that a vendor keeps ready.
@RestController
@RequestMapping("/api/chat/vendor/replies")
final class CannedReplyController {
  private final Identities identities;
  private final Commands commands;

  CannedReplyController(Identities identities, Commands commands) {
    this.identities = identities;
    this.commands = commands;
  }

  @PostMapping
  ResponseEntity<Object> add(@RequestBody Requests.Canned body, HttpServletRequest request) {
    var ask = Ask.of(identities, request, null);
    var accepted = commands.send(ask, new AddCannedReply(vendor(ask), text(body)));
    return Commands.answer(201, accepted, ((CannedReplyNow) accepted.outcome()).reply());
  }

  @PutMapping("/{replyId}")
  ResponseEntity<Object> change(
      @PathVariable String replyId, @RequestBody Requests.Canned body, HttpServletRequest request) {
    var ask = Ask.of(identities, request, null);
    var vendor = vendor(ask);
    var accepted = commands.send(ask, new ChangeCannedReply(vendor, id(replyId), text(body)));
    return accepted.outcome() instanceof CannedReplyNow now
        ? Commands.answer(200, accepted, now.reply())
        : Commands.positioned(204, accepted, List.of()).build();
  }

  @DeleteMapping("/{replyId}")
  ResponseEntity<Object> remove(@PathVariable String replyId, HttpServletRequest request) {
    var ask = Ask.of(identities, request, null);
    var vendor = vendor(ask);
    var accepted = commands.send(ask, new RemoveCannedReply(vendor, id(replyId)));
    return Commands.positioned(204, accepted, List.of()).build();
  }

  private static MarketplaceId vendor(Ask ask) {
    return ask.caller()
        .vendor()
        .orElseThrow(() -> Problem.forbidden("not_allowed", "Only a vendor may do that."));
  }

  private static UUID id(String text) {
    return Ask.uuid(text).orElseThrow(() -> Problem.of(Refusal.REPLY_NOT_FOUND));
  }

  private static CannedText text(Requests.Canned body) {
    String shortcut = body.shortcut() == null ? "" : CannedText.normal(body.shortcut());
    if (!CannedText.isShortcut(shortcut)) {
      throw Problem.badRequest(
          "shortcut_invalid", "shortcut is 1 to 32 letters, digits, _ or -, without a slash.");
    }
    return new CannedText(shortcut, title(body.title()), content(body.content()));
  }

  private static String title(@Nullable String title) {
    if (title == null
        || MessageContent.problemOf(title, MessageType.TEXT, null).isPresent()
        || title.codePointCount(0, title.length()) > CannedText.MAX_TITLE) {
      throw Problem.badRequest("title_invalid", "title is a text of 1 to 100 characters.");
    }
    return title;
  }

  private static String content(@Nullable String content) {
    MessageContent.problemOf(content, MessageType.TEXT, null)
        .ifPresent(
            refusal -> {
              throw Problem.of(refusal);
            });
    return content == null ? "" : content;
  }
}
