package io.parley.query.projection;

import java.util.regex.Pattern;

/// The PostgreSQL schema that holds the tables of one read model.
public record Schema(String name) {
  private static final Pattern FORM = Pattern.compile("[a-z][a-z0-9_]{0,60}");

  /// Refuses what would have to be quoted with an `IllegalArgumentException`.
  public Schema {
    if (!FORM.matcher(name).matches()) {
      throw new IllegalArgumentException("no name of a schema: " + name);
    }
  }

  /// Where the tables of this read model are built anew, beside these.
  public Schema rebuilt() {
    return new Schema(name + "_rebuild");
  }

  /// Where these tables go when others have taken their place.
  public Schema old() {
    return new Schema(name + "_old");
  }

  /// The statement with this schema's name in place of `{schema}`.
  public String sql(String statement) {
    return statement.replace("{schema}", name);
  }
}
