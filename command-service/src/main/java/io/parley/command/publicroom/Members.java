package io.parley.command.publicroom;

import io.parley.command.aggregate.Moment;
import io.parley.schemas.Connection;
import io.parley.schemas.Member;
import io.parley.schemas.Visitor;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.UUID;

/// Who is in a room, each visitor once, in the order in which they came. A value: coming and going
/// copy it, and nothing else that happens in the room does.
record Members(SequencedMap<UUID, Present> byVisitor) {
  static final Members NOBODY = new Members(new LinkedHashMap<>());

  Members {
    byVisitor = Collections.unmodifiableSequencedMap(byVisitor);
  }

  int size() {
    return byVisitor.size();
  }

  Optional<Present> find(UUID visitorId) {
    return Optional.ofNullable(byVisitor.get(visitorId));
  }

  /// This visitor is in by one more connection; how it is called now counts.
  Members joined(Visitor visitor, Connection connection, Moment moment) {
    var present =
        find(visitor.id())
            .map(known -> known.as(visitor))
            .orElseGet(() -> new Present(visitor, moment.time(), List.of()));
    return with(present.with(new Present.Line(connection, moment.sequence())));
  }

  /// A visitor who is in is called otherwise.
  Members changed(Visitor visitor) {
    return find(visitor.id()).map(known -> with(known.as(visitor))).orElse(this);
  }

  /// One of a visitor's connections is closed; without any it is not in.
  Members closed(UUID visitorId, UUID connectionId) {
    var left = find(visitorId).map(known -> known.without(connectionId));
    return left.filter(known -> !known.lines().isEmpty())
        .map(this::with)
        .orElseGet(() -> without(visitorId));
  }

  private Members with(Present present) {
    var copy = new LinkedHashMap<>(byVisitor);
    copy.put(present.visitor().id(), present);
    return new Members(copy);
  }

  private Members without(UUID visitorId) {
    var copy = new LinkedHashMap<>(byVisitor);
    copy.remove(visitorId);
    return new Members(copy);
  }

  /// Who is in, those who came last first.
  List<Member> newestFirst() {
    var all = new ArrayList<Member>(size());
    byVisitor.sequencedValues().reversed().forEach(present -> all.add(present.member()));
    return Collections.unmodifiableList(all);
  }
}
