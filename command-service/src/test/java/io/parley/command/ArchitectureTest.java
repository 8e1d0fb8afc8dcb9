package io.parley.command;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.time.Clock;
import java.time.Instant;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class ArchitectureTest {
  private static final JavaClasses PARLEY =
      new ClassFileImporter()
          .withImportOption(new ImportOption.DoNotIncludeTests())
          .importPackages("io.parley.command");

  @Test
  void aggregatesKnowNoFramework() {
    for (String domain :
        new String[] {"aggregate", "room", "guest", "access", "publicroom", "visitor", "canned"}) {
      classes()
          .that()
          .resideInAPackage("io.parley.command." + domain)
          .should()
          .onlyDependOnClassesThat()
          .resideInAnyPackage(
              "java..",
              "org.jspecify..",
              "io.parley.schemas..",
              "io.parley.command.aggregate",
              "io.parley.command." + domain)
          .check(PARLEY);
    }
  }

  @Test
  void decisionsAskNoClockAndNoDice() {
    noClasses()
        .that()
        .resideInAnyPackage(
            "io.parley.command.aggregate",
            "io.parley.command.room",
            "io.parley.command.guest",
            "io.parley.command.access",
            "io.parley.command.publicroom",
            "io.parley.command.visitor",
            "io.parley.command.canned")
        .or()
        .haveNameMatching(
            "io\\.parley\\.command\\.shard\\.(Shard|Slot|Slots|SlotCodec|Capture|Coverage|Checkpoint|Kind|Connections|Memory|Step)(\\$.*)?")
        .should()
        .callMethod(Instant.class, "now")
        .orShould()
        .callMethod(UUID.class, "randomUUID")
        .orShould()
        .callMethod(System.class, "currentTimeMillis")
        .orShould()
        .callMethod(System.class, "nanoTime")
        .orShould()
        .dependOnClassesThat()
        .areAssignableTo(Clock.class)
        .orShould()
        .dependOnClassesThat()
        .areAssignableTo(java.util.random.RandomGenerator.class)
        .check(PARLEY);
  }

  @Test
  void whatDecidesKnowsNoLogAndNoNetwork() {
    noClasses()
        .that()
        .haveNameMatching(
            "io\\.parley\\.command\\.shard\\.(Shard|Slot|Slots|SlotCodec|Capture|Coverage|Checkpoint|Kind|Connections|Memory|Step)(\\$.*)?")
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage("org.apache.kafka..", "org.springframework..", "io.parley.edge..")
        .check(PARLEY);
  }

  @Test
  void shardsKnowSpringOnlyAsLifecycleAndHealth() {
    noClasses()
        .that()
        .resideInAPackage("io.parley.command.shard")
        .and()
        .doNotHaveSimpleName("ShardHost")
        .and()
        .doNotHaveSimpleName("ShardHealth")
        .should()
        .dependOnClassesThat()
        .resideInAPackage("org.springframework..")
        .check(PARLEY);
    noClasses()
        .that()
        .resideInAPackage("io.parley.command.shard")
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage(
            "org.springframework.kafka..",
            "org.springframework.web..",
            "org.springframework.beans..",
            "org.springframework.stereotype..")
        .check(PARLEY);
  }

  @Test
  void servicesDoNotKnowOneAnother() {
    noClasses()
        .that()
        .resideInAPackage("io.parley.command..")
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage("io.parley.query..", "io.parley.delivery..", "io.parley.standalone..")
        .check(PARLEY);
  }

  @Test
  void whoFollowsACommandWalksInOneDirection() {
    slices().matching("io.parley.command.(*)..").should().beFreeOfCycles().check(PARLEY);
    noClasses()
        .that()
        .resideInAnyPackage("io.parley.command.shard", "io.parley.command.policy")
        .should()
        .dependOnClassesThat()
        .resideInAPackage("io.parley.command.api")
        .check(PARLEY);
    noClasses()
        .that()
        .resideInAnyPackage("io.parley.command.api", "io.parley.command.policy")
        .should()
        .dependOnClassesThat()
        .resideInAPackage("io.parley.command.shard")
        .check(PARLEY);
  }
}
