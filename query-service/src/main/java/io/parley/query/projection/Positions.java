package io.parley.query.projection;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// How far a read model has come, kept in its own schema.
final class Positions {
  private final Tables tables;
  private final ArrayWrite<Integer> create;
  private final ArrayWrite<Move> move;

  Positions(Tables tables) {
    this.tables = tables;
    this.create =
        tables.write(
            "insert into {schema}.position select p, 0 from {rows} as r(p) on conflict do nothing",
            List.of(new Column<>("int4", partition -> partition)));
    this.move =
        tables.write(
            """
            update {schema}.position p set next_offset = r.next
            from {rows} as r(partition, expected, next)
            where p.partition = r.partition and p.next_offset = r.expected
            """,
            List.of(
                new Column<>("int4", Move::partition),
                Column.number(Move::expected),
                Column.number(Move::next)));
  }

  /// The next offset of each of these partitions.
  Map<Integer, Long> load(Collection<Integer> partitions) {
    create.execute(partitions);
    var all = new HashMap<Integer, Long>();
    tables
        .jdbc()
        .query(
            tables.sql("select partition, next_offset from {schema}.position"),
            row -> {
              all.put(row.getInt(1), row.getLong(2));
            });
    all.keySet().retainAll(partitions);
    return all;
  }

  /// Moves on, unless somebody else has moved: then throws [StalePosition].
  void move(List<Move> moves) {
    if (move.execute(moves) != moves.size()) {
      var expected = new HashMap<Integer, Long>();
      moves.forEach(m -> expected.put(m.partition(), m.expected()));
      throw new StalePosition(expected);
    }
  }

  /// From one offset of a partition to another one.
  record Move(int partition, long expected, long next) {}
}
