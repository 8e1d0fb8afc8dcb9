package io.parley.schemas;

import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;

/// The three ways in which the public chat writes a moment, all with microseconds.
public final class PublicTime {
  private static final DateTimeFormatter OFFSET =
      DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss.SSSSSSxxx");
  private static final DateTimeFormatter ZULU =
      DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss.SSSSSS'Z'").withZone(ZoneOffset.UTC);
  private static final ZoneId DHAKA = ZoneId.of("Asia/Dhaka");

  private PublicTime() {}

  /// In rooms, messages and users over REST: `2026-11-22T06:26:24.534000+06:00`.
  public static String dhaka(Instant instant) {
    return OFFSET.format(instant.atZone(DHAKA));
  }

  /// In `public-rooms/` and `stats/`: `2026-11-22T00:26:24.534000Z`.
  public static String zulu(Instant instant) {
    return ZULU.format(instant);
  }

  /// In `status/` and in frames: `2026-11-22T00:26:24.534000+00:00`.
  public static String utc(Instant instant) {
    return OFFSET.format(instant.atOffset(ZoneOffset.UTC));
  }
}
