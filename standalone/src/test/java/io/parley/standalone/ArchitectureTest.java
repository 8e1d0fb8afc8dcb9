package io.parley.standalone;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideOutsideOfPackages;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// What may know what. Each rule fails when it matches nothing.
class ArchitectureTest {
  private static final JavaClasses PARLEY =
      new ClassFileImporter()
          .withImportOption(new ImportOption.DoNotIncludeTests())
          .withImportOption(location -> !location.contains("-tests.jar"))
          .importPackages("io.parley");

  private static final List<String> SERVICES =
      List.of("io.parley.command..", "io.parley.query..", "io.parley.delivery..");

  @ParameterizedTest
  @ValueSource(strings = {"io.parley.command..", "io.parley.query..", "io.parley.delivery.."})
  void aServiceKnowsNoOther(String service) {
    var others = SERVICES.stream().filter(other -> !other.equals(service)).toArray(String[]::new);
    noClasses()
        .that()
        .resideInAPackage(service)
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage(others)
        .check(PARLEY);
  }

  @Test
  void theContractKnowsJacksonOnly() {
    classes()
        .that()
        .resideInAPackage("io.parley.schemas..")
        .should()
        .onlyDependOnClassesThat()
        .resideInAnyPackage(
            "java..",
            "io.parley.schemas..",
            "tools.jackson..",
            "com.fasterxml.jackson..",
            "org.jspecify..")
        .check(PARLEY);
  }

  @Test
  void decisionsKnowNothingButTheContract() {
    classes()
        .that()
        .resideInAnyPackage(
            "io.parley.command.room..",
            "io.parley.command.guest..",
            "io.parley.command.publicroom..",
            "io.parley.command.visitor..",
            "io.parley.command.aggregate..")
        .should()
        .onlyDependOnClassesThat()
        .resideInAnyPackage(
            "java..",
            "org.jspecify..",
            "io.parley.schemas..",
            "io.parley.command.room..",
            "io.parley.command.guest..",
            "io.parley.command.publicroom..",
            "io.parley.command.visitor..",
            "io.parley.command.aggregate..")
        .check(PARLEY);
  }

  @Test
  void decisionsAskNoClock() {
    noClasses()
        .that()
        .resideInAnyPackage(
            "io.parley.command.room..",
            "io.parley.command.guest..",
            "io.parley.command.publicroom..",
            "io.parley.command.visitor..")
        .should()
        .callMethod(java.time.Instant.class, "now")
        .orShould()
        .callMethod(java.util.UUID.class, "randomUUID")
        .orShould()
        .dependOnClassesThat()
        .areAssignableTo(java.time.Clock.class)
        .check(PARLEY);
  }

  @Test
  void fewWriteToKafka() {
    noClasses()
        .that()
        .haveNameNotMatching(
            "io\\.parley\\.(command\\.shard\\.(Outbound|DeadLetters|SnapshotLog)"
                + "|command\\.presence\\.NodeWatch|edge\\.KafkaClients"
                + "|edge\\.command\\.CommandGateway|delivery\\.ingest\\.KafkaSignals)(\\$.*)?")
        .should()
        .dependOnClassesThat()
        .areAssignableTo("org.apache.kafka.clients.producer.Producer")
        .check(PARLEY);
  }

  @Test
  void theSharedPartsKnowNoService() {
    noClasses()
        .that()
        .resideInAnyPackage("io.parley.schemas..", "io.parley.edge..", "io.parley.backends..")
        .should()
        .dependOnClassesThat(
            resideInAnyPackage("io.parley..")
                .and(
                    resideOutsideOfPackages(
                        "io.parley.schemas..", "io.parley.edge..", "io.parley.backends..")))
        .check(PARLEY);
  }

  @Test
  void nobodyKnowsTheStandaloneStart() {
    noClasses()
        .that()
        .resideOutsideOfPackage("io.parley.standalone..")
        .should()
        .dependOnClassesThat()
        .resideInAPackage("io.parley.standalone..")
        .check(PARLEY);
  }
}
