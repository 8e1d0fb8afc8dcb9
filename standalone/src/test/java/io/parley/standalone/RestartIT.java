package io.parley.standalone;

import static org.assertj.core.api.Assertions.assertThat;

import io.parley.standalone.client.Client;
import io.parley.standalone.client.Parley;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/// Stopped as one stops a program, and started again.
class RestartIT {
  @Test
  void everythingIsThereAfterARestartAndOneDirectoryBelongsToOneProcess() throws Exception {
    var directory =
        Files.createTempDirectory(Files.createDirectories(Path.of("target")), "restarted");
    Client buyer;
    UUID room;
    try (var first = ParleyProcess.start(directory, ParleyProcess.freePort())) {
      Parley parley = first.parley();
      assertThat(first.output()).contains("/ws/chat/?token=TOKEN", "curl -s localhost:");
      buyer = parley.buyer();
      room = buyer.start(parley.vendor(), 101).expect(201).id("room_id");
      buyer.write(room, "فردا هم اینجا هستم");
      assertThatASecondProcessSaysWhatIsWrong(directory);
    }

    try (var second = ParleyProcess.start(directory, ParleyProcess.freePort())) {
      var again = buyer.at(second.parley());
      assertThat(again.get("/rooms/").expect(200).each("room_id")).containsExactly(room.toString());
      assertThat(again.write(room, "و هستم").number("seq")).isEqualTo(3);
      assertThat(again.get("/rooms/" + room + "/messages/").each("content"))
          .containsExactlyInAnyOrder("فردا هم اینجا هستم", "و هستم");
    }
  }

  private static void assertThatASecondProcessSaysWhatIsWrong(Path directory) throws Exception {
    try (var other = ParleyProcess.startInVain(directory)) {
      assertThat(other.exitCode()).isEqualTo(1);
      assertThat(other.output()).contains("Parley did not start: ", directory.toString());
      assertThat(other.output()).doesNotContain("\tat ");
    }
  }
}
