package io.parley.schemas.event;

import io.parley.schemas.Json;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/// The headers of a record on `chat.events`: the Kafka binding of CloudEvents 1.0 in binary mode
/// (with the extensions `sequence` and `traceparent`), and `audience`.
///
/// `audience` says whom an event of a room concerns, as `vendor:1 account:42 guest:<public id>`,
/// so that a reader can pass over it without parsing the body. Guests' own events have none,
/// nor have those of an admin's access record.
public final class EventHeaders {
  /// Header: whom a room's event concerns, separated by spaces.
  public static final String AUDIENCE = "audience";

  /// Header: the name of the event's type.
  public static final String TYPE = "ce_type";

  /// Header: the event's place in its aggregate, as twenty decimal digits so that it sorts as
  /// text.
  public static final String SEQUENCE = "ce_sequence";

  /// Header: the W3C trace context of the command.
  public static final String TRACEPARENT = "ce_traceparent";

  private EventHeaders() {}

  /// All headers of an event but `ce_traceparent`, in the order in which they are written.
  public static Map<String, byte[]> of(EventEnvelope event, List<String> audience) {
    var headers = new LinkedHashMap<String, byte[]>();
    put(headers, "content-type", "application/json");
    put(headers, "ce_specversion", "1.0");
    put(headers, "ce_id", event.id().toString());
    put(headers, TYPE, event.type());
    put(headers, "ce_source", "/parley/" + event.aggregate().name().toLowerCase(Locale.ROOT));
    put(headers, "ce_subject", event.aggregateId().toString());
    put(headers, "ce_time", Json.time(event.time()));
    put(headers, SEQUENCE, String.format(Locale.ROOT, "%020d", event.sequence()));
    if (!audience.isEmpty()) {
      put(headers, AUDIENCE, String.join(" ", audience));
    }
    return headers;
  }

  private static void put(Map<String, byte[]> headers, String name, String value) {
    headers.put(name, value.getBytes(StandardCharsets.UTF_8));
  }
}
