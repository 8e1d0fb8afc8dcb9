package io.parley.query.oversight;

import io.parley.query.projection.ArrayWrite;
import io.parley.query.projection.Column;
import io.parley.query.projection.Projection;
import io.parley.query.projection.Tables;
import io.parley.query.search.Folding;
import io.parley.schemas.event.EventEnvelope;
import io.parley.schemas.event.PublicRoomEvent.PublicMessageSent;
import io.parley.schemas.event.PublicRoomEvent.PublicRoomDeleted;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/// Writes what public messages are found by, and removes that of deleted rooms.
final class PublicTextsWriter implements Projection.Writer {
  private final ArrayWrite<Map.Entry<UUID, Long>> delete;
  private final ArrayWrite<Text> insert;

  PublicTextsWriter(Tables tables) {
    delete =
        tables.write(
            """
            delete from {schema}.public_text t using {rows} as d(room_id, seq)
            where t.room_id = d.room_id and t.seq < d.seq
            """,
            List.of(Column.uuid(Map.Entry::getKey), Column.number(Map.Entry::getValue)));
    insert =
        tables.write(
            "insert into {schema}.public_text (room_id, seq, folded) select * from {rows}",
            List.of(
                Column.uuid(Text::roomId), Column.number(Text::seq), Column.text(Text::folded)));
  }

  @Override
  public void apply(List<EventEnvelope> events) {
    var deleted = new HashMap<UUID, Long>();
    var texts = new ArrayList<Text>();
    for (var event : events) {
      if (event.data() instanceof PublicMessageSent e) {
        texts.add(new Text(e.roomId(), event.sequence(), Folding.text(e.content())));
      } else if (event.data() instanceof PublicRoomDeleted e) {
        deleted.put(e.roomId(), event.sequence());
      }
    }
    delete.execute(deleted.entrySet());
    texts.removeIf(text -> text.seq() < deleted.getOrDefault(text.roomId(), 0L));
    insert.execute(texts);
  }

  private record Text(UUID roomId, long seq, String folded) {}
}
