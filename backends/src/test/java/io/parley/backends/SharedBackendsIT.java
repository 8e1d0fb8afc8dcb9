package io.parley.backends;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class SharedBackendsIT {
  @Test
  void everyDatabaseIsANewOneOnTheSameServer() throws Exception {
    TestDatabase first = TestBackends.database();
    TestDatabase second = TestBackends.database();
    Rows.create(first);
    Rows.insert(first, "one");

    Rows.create(second);

    assertThat(Rows.all(first)).containsExactly("one");
    assertThat(Rows.all(second)).isEmpty();
  }

  @Test
  void topicsOfTwoTestsHaveDifferentNames() {
    assertThat(TestBackends.topicPrefix()).isNotEqualTo(TestBackends.topicPrefix());
  }

  @Test
  void springPropertiesLeadToBoth() {
    assertThat(TestBackends.springProperties())
        .containsEntry("spring.kafka.bootstrap-servers", TestBackends.kafka())
        .containsKeys(
            "spring.datasource.url", "spring.datasource.username", "spring.datasource.password");
  }
}
