package io.parley.standalone;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.Timeout.ThreadMode;

/// The browser tests of the module `web` (`npm run test:e2e`), which start this standalone start
/// themselves: with the classes that this test has.
class WebPagesIT {
  @Test
  @Timeout(value = 15, unit = TimeUnit.MINUTES, threadMode = ThreadMode.SEPARATE_THREAD)
  void peopleTalkThroughThePagesOfAFreshStart() throws Exception {
    var npm = new ProcessBuilder("npm", "run", "test:e2e").directory(Path.of("../web").toFile());
    npm.environment().put("PARLEY_CLASSPATH", System.getProperty("java.class.path"));
    npm.environment()
        .put("PARLEY_JAVA", Path.of(System.getProperty("java.home"), "bin", "java").toString());
    var running = npm.redirectErrorStream(true).start();
    try (var said = running.inputReader(StandardCharsets.UTF_8).lines()) {
      said.forEach(System.out::println);
    }
    assertThat(running.waitFor()).isZero();
  }
}
