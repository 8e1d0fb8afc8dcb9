package io.parley.backends;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.lang.ProcessBuilder.Redirect;
import java.time.Duration;

/// How PostgreSQL is set up: durable, in UTF-8, and with a character classification in which every
/// script has letters.
final class PostgresServer {
  /// Enough to write 512 MB of log again after a crash.
  private static final Duration START = Duration.ofSeconds(30);

  private PostgresServer() {}

  static EmbeddedPostgres start(PostgresFiles files, int port) throws IOException {
    files.begin();
    return located(EmbeddedPostgres.builder(), files, port)
        .setServerConfig("fsync", "on")
        .setServerConfig("synchronous_commit", "on")
        .setServerConfig("max_wal_size", "512MB")
        .setServerConfig("max_connections", "200")
        .setServerConfig("log_checkpoints", "off")
        // initdb: pg_trgm asks lc_ctype what a letter is, and in "C" only the Latin ones are.
        .setLocaleConfig("locale", unicode())
        .setLocaleConfig("locale-provider", "builtin")
        .setLocaleConfig("builtin-locale", "C.UTF-8")
        .start();
  }

  private static EmbeddedPostgres.Builder located(
      EmbeddedPostgres.Builder builder, PostgresFiles files, int port) {
    Redirect log = Redirect.appendTo(files.log().toFile());
    return builder
        .setPort(port)
        .setServerConfig("listen_addresses", Ports.HOST)
        // Their lock files in /tmp outlive a killed server.
        .setServerConfig("unix_socket_directories", "")
        .setDataDirectory(files.cluster())
        .setOverrideWorkingDirectory(files.binaries().toFile())
        .setCleanDataDirectory(false)
        .setRegisterShutdownHook(false)
        .setDataDirectoryCustomizer(cluster -> files.finished())
        .setPGStartupWait(START)
        .setOutputRedirector(log)
        .setErrorRedirector(log);
  }

  private static String unicode() {
    return System.getProperty("os.name").startsWith("Mac") ? "en_US.UTF-8" : "C.UTF-8";
  }
}
