package io.parley.delivery;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.Architectures.layeredArchitecture;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import org.junit.jupiter.api.Test;

/// Who may know whom.
class ArchitectureTest {
  private static final JavaClasses DELIVERY =
      new ClassFileImporter()
          .withImportOption(new ImportOption.DoNotIncludeTests())
          .importPackages("io.parley.delivery");

  @Test
  void noServiceKnowsAnother() {
    noClasses()
        .that()
        .resideInAPackage("io.parley.delivery..")
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage("io.parley.command..", "io.parley.query..", "io.parley.standalone..")
        .check(DELIVERY);
  }

  @Test
  void aRecordGoesOneWay() {
    layeredArchitecture()
        .consideringOnlyDependenciesInLayers()
        .layer("ingest")
        .definedBy("io.parley.delivery.ingest")
        .layer("fanout")
        .definedBy("io.parley.delivery.fanout")
        .layer("session")
        .definedBy("io.parley.delivery.session")
        .layer("publicroom")
        .definedBy("io.parley.delivery.publicroom")
        .layer("socket")
        .definedBy("io.parley.delivery.socket")
        .whereLayer("ingest")
        .mayNotBeAccessedByAnyLayer()
        .whereLayer("socket")
        .mayNotBeAccessedByAnyLayer()
        .whereLayer("fanout")
        .mayOnlyBeAccessedByLayers("ingest", "socket")
        .whereLayer("publicroom")
        .mayOnlyBeAccessedByLayers("fanout", "socket")
        .whereLayer("session")
        .mayOnlyBeAccessedByLayers("ingest", "fanout", "publicroom", "socket")
        .check(DELIVERY);
  }

  @Test
  void onlyIngestKnowsKafka() {
    noClasses()
        .that()
        .resideOutsideOfPackage("io.parley.delivery.ingest")
        .should()
        .dependOnClassesThat()
        .resideInAPackage("org.apache.kafka..")
        .check(DELIVERY);
  }

  @Test
  void framesArePure() {
    classes()
        .that()
        .resideInAPackage("io.parley.delivery.frame")
        .should()
        .onlyDependOnClassesThat()
        .resideInAnyPackage(
            "io.parley.delivery.frame", "io.parley.schemas..", "java..", "org.jspecify..")
        .check(DELIVERY);
  }
}
