package io.parley.query.api;

import io.parley.edge.identity.Caller;
import io.parley.query.api.Entrance.Admitted;
import io.parley.query.message.Messages;
import io.parley.query.message.MessagesProjection;
import io.parley.query.message.StoredMessage;
import io.parley.query.timeline.Timeline;
import io.parley.query.timeline.TimelineProjection;
import io.parley.schemas.Access;
import io.parley.schemas.Json;
import io.parley.schemas.LogPosition;
import jakarta.servlet.http.HttpServletResponse;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.HttpHeaders;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/// A whole conversation as a file, for the marketplace's staff: every event, or the messages as a
/// table. However long it is, a page of it is in memory.
@RestController
class ExportController {
  private static final Logger LOG = LoggerFactory.getLogger(ExportController.class);
  private static final int AT_ONCE = 500;

  private final Entrance entrance;
  private final Timeline timeline;
  private final Messages messages;

  ExportController(Entrance entrance, Timeline timeline, Messages messages) {
    this.entrance = entrance;
    this.timeline = timeline;
    this.messages = messages;
  }

  /// What writes a conversation.
  private interface Format {
    void write(Admitted admitted, Writer to) throws IOException;
  }

  @GetMapping("/api/chat/admin/rooms/{roomId}/export")
  void export(
      Caller caller,
      @RequestHeader(name = LogPosition.HEADER, required = false) @Nullable String position,
      @PathVariable String roomId,
      @RequestParam(defaultValue = "ndjson") String format,
      HttpServletResponse response) {
    AdminController.check(caller);
    switch (format) {
      case "ndjson" -> {
        var admitted =
            entrance.admitTo(
                roomId, caller, position, Access.OfEvents::new, TimelineProjection.NAME);
        send(admitted, response, "application/x-ndjson", format, this::events);
      }
      case "csv" -> {
        var admitted =
            entrance.admitTo(
                roomId, caller, position, Access.OfMessages::new, MessagesProjection.NAME);
        send(admitted, response, "text/csv;charset=UTF-8", format, this::table);
      }
      default -> throw Parameters.invalid("format", "is ndjson or csv");
    }
  }

  private static void send(
      Admitted admitted,
      HttpServletResponse response,
      String type,
      String extension,
      Format format) {
    response.setContentType(type);
    response.setHeader(
        HttpHeaders.CONTENT_DISPOSITION,
        "attachment; filename=\"room-%s.%s\"".formatted(admitted.roomId(), extension));
    try {
      var writer =
          new BufferedWriter(
              new OutputStreamWriter(response.getOutputStream(), StandardCharsets.UTF_8));
      format.write(admitted, writer);
      writer.flush(); // what broke off is not closed: it would look whole
    } catch (IOException | RuntimeException e) {
      LOG.warn("The export of room {} broke off: {}", admitted.roomId(), e.toString());
      throw brokenOff(response, e);
    }
  }

  /// As long as nothing has gone out it can still be an answer.
  private static RuntimeException brokenOff(HttpServletResponse response, Exception e) {
    if (e instanceof RuntimeException failure && !response.isCommitted()) {
      response.reset();
      return failure;
    }
    return new BrokenOff(e);
  }

  private void events(Admitted admitted, Writer to) throws IOException {
    long last = 0;
    boolean more = true;
    while (more) {
      var page = timeline.after(admitted.roomId(), last, AT_ONCE, admitted.viewer().key(), true);
      for (var event : page.results()) {
        to.write(Json.mapper().writeValueAsString(event));
        to.write('\n');
        last = event.seq();
      }
      more = page.more() && !page.results().isEmpty();
    }
  }

  private void table(Admitted admitted, Writer to) throws IOException {
    Csv.begin(to);
    Csv.row(to, MessageCells.NAMES);
    List<StoredMessage> page;
    long last = 0;
    do {
      page = messages.after(admitted.roomId(), last, AT_ONCE);
      for (var message : page) {
        Csv.row(to, MessageCells.of(message));
        last = message.seq();
      }
    } while (page.size() == AT_ONCE);
  }

  /// The answer has begun already, so nothing but an end of the connection tells that it is not
  /// whole.
  private static final class BrokenOff extends RuntimeException {
    private static final long serialVersionUID = 1L;

    BrokenOff(Exception cause) {
      super("An export broke off.", cause);
    }
  }

  /// Keeps it from becoming an answer: the server closes the connection.
  @ExceptionHandler(BrokenOff.class)
  void brokenOff(BrokenOff e) {
    throw e;
  }
}
