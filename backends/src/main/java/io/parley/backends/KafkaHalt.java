package io.parley.backends;

import java.nio.file.Path;
import org.apache.kafka.common.utils.Exit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Kafka ends its process when it can't write its log any more. Here that is the whole of Parley,
/// so it says why before it goes.
final class KafkaHalt {
  private static final Logger log = LoggerFactory.getLogger(KafkaHalt.class);

  private KafkaHalt() {}

  static void explain(Path logs) {
    Exit.setHaltProcedure((status, message) -> halt(logs, status, message));
    Exit.setExitProcedure((status, message) -> halt(logs, status, message));
  }

  private static void halt(Path logs, int status, @Nullable String message) {
    log.error(
        "Parley ends here, because its Kafka broker can't go on with {} ({}): see above, check that the disk is neither full nor broken, and start again.",
        logs,
        message == null ? "status " + status : message);
    Runtime.getRuntime().halt(status);
  }
}
