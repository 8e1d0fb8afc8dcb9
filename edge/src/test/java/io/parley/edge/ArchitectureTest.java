package io.parley.edge;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import org.junit.jupiter.api.Test;

class ArchitectureTest {
  private static final JavaClasses EDGE =
      new ClassFileImporter()
          .withImportOption(new ImportOption.DoNotIncludeTests())
          .importPackages("io.parley.edge");

  @Test
  void theEdgeKnowsNoService() {
    noClasses()
        .that()
        .resideInAPackage("io.parley.edge..")
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage(
            "io.parley.command..",
            "io.parley.query..",
            "io.parley.delivery..",
            "io.parley.standalone..",
            "io.parley.backends..")
        .check(EDGE);
  }

  @Test
  void whoIsAskingIsFoundOutWithoutKafka() {
    noClasses()
        .that()
        .resideInAnyPackage("io.parley.edge.identity", "io.parley.edge.problem")
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage("org.apache.kafka..", "org.springframework.kafka..")
        .check(EDGE);
  }
}
