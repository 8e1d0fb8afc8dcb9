package io.parley.edge.publicchat;

import java.time.Duration;
import org.springframework.boot.convert.DurationStyle;

/// So many at once, and one more each time that so much time has passed; as text `200/100ms`.
public record Rate(int burst, Duration oneMoreEvery) {
  /// Refuses a rate that lets nothing through.
  public Rate {
    if (burst < 1 || !oneMoreEvery.isPositive()) {
      throw new IllegalArgumentException("a rate is <burst>/<duration>, as 200/100ms");
    }
  }

  /// From `200/100ms`.
  public static Rate valueOf(String text) {
    String[] parts = text.split("/", 2);
    if (parts.length != 2) {
      throw new IllegalArgumentException("a rate is <burst>/<duration>, as 200/100ms");
    }
    return new Rate(
        Integer.parseInt(parts[0].strip()), DurationStyle.detectAndParse(parts[1].strip()));
  }
}
