package io.parley.backends;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EmbeddedDatabaseIT {
  @TempDir private Path directory;

  @Test
  void keepsRowsAcrossARestart() throws Exception {
    try (var data = DataDirectory.open(directory)) {
      try (var database = EmbeddedDatabase.start(data, Ports.ANY)) {
        Rows.create(Rows.in(database));
        Rows.insert(Rows.in(database), "سلام");
      }

      try (var database = EmbeddedDatabase.start(data, Ports.ANY)) {
        assertThat(Rows.all(Rows.in(database))).containsExactly("سلام");
      }
    }
  }

  @Test
  void isDurableAndKnowsTheLettersOfEveryScript() throws Exception {
    try (var data = DataDirectory.open(directory);
        var started = EmbeddedDatabase.start(data, Ports.ANY)) {
      TestDatabase database = Rows.in(started);
      assertThat(Rows.query(database, "show server_encoding")).containsExactly("UTF8");
      assertThat(Rows.query(database, "show fsync")).containsExactly("on");
      assertThat(Rows.query(database, "show synchronous_commit")).containsExactly("on");

      Rows.execute(database, "create extension pg_trgm");
      assertThat(Rows.query(database, "select unnest(show_trgm('سلام'))")).hasSize(5);
      assertThat(Rows.query(database, "select unnest(show_trgm('বাংলা'))")).isNotEmpty();
      assertThat(Rows.query(database, "select 'سلام دنیا' ilike '%دنیا%'")).containsExactly("t");
    }
  }

  @Test
  void takesAnotherPortWhenThePreferredOneIsTaken() throws Exception {
    try (var data = DataDirectory.open(directory);
        var taken = new ServerSocket(0, 1, InetAddress.ofLiteral(Ports.HOST));
        var database = EmbeddedDatabase.start(data, taken.getLocalPort())) {
      assertThat(database.jdbcUrl()).doesNotContain(":" + taken.getLocalPort() + "/");
      assertThat(Rows.query(Rows.in(database), "select 1")).containsExactly("1");
    }
  }

  @Test
  void startsWhereAnEarlierStartWasInterruptedHalfWay() throws Exception {
    Files.createDirectories(directory.resolve("postgres/base"));
    Files.writeString(directory.resolve("postgres/PG_VERSION"), "18\n");
    Files.writeString(directory.resolve("postgres.unfinished"), "");

    try (var data = DataDirectory.open(directory);
        var database = EmbeddedDatabase.start(data, Ports.ANY)) {
      assertThat(Rows.query(Rows.in(database), "select 1")).containsExactly("1");
    }
  }

  @Test
  void startsWhenItsOldProcessIdIsAnotherProcessNow() throws Exception {
    try (var data = DataDirectory.open(directory)) {
      EmbeddedDatabase.start(data, Ports.ANY).close();
      String reused = "%d\n%s\n1700000000\n".formatted(ProcessHandle.current().pid(), directory);
      Files.writeString(directory.resolve("postgres/postmaster.pid"), reused);

      try (var database = EmbeddedDatabase.start(data, Ports.ANY)) {
        assertThat(Rows.query(Rows.in(database), "select 1")).containsExactly("1");
      }
    }
  }
}
