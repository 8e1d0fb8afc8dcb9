package io.parley.query;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import org.junit.jupiter.api.Test;

/// Which part may know which. A rule that matches nothing fails, as ArchUnit does by default.
class ArchitectureTest {
  private static final JavaClasses CLASSES =
      new ClassFileImporter()
          .withImportOption(new ImportOption.DoNotIncludeTests())
          .importPackages("io.parley.query");

  @Test
  void servicesShareNothingButSchemasEdgeAndTopics() {
    noClasses()
        .that()
        .resideInAPackage("io.parley.query..")
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage(
            "io.parley.command..",
            "io.parley.delivery..",
            "io.parley.standalone..",
            "io.parley.backends..")
        .check(CLASSES);
  }

  @Test
  void theEngineKnowsNoReadModel() {
    noClasses()
        .that()
        .resideInAnyPackage("..query.projection..", "..query.live..", "..query.fresh..")
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage(
            "..query.conversation..",
            "..query.message..",
            "..query.timeline..",
            "..query.search..",
            "..query.guest..",
            "..query.canned..",
            "..query.publicroom..",
            "..query.statistics..",
            "..query.oversight..",
            "..query.api..")
        .check(CLASSES);
  }

  @Test
  void howRowsAreMadeKnowsNoClock() {
    noClasses()
        .that()
        .haveSimpleNameEndingWith("Writer")
        .or()
        .haveSimpleNameEndingWith("Projection")
        .should()
        .callMethod(java.time.Instant.class, "now")
        .orShould()
        .callMethod(System.class, "currentTimeMillis")
        .orShould()
        .callMethod(java.util.UUID.class, "randomUUID")
        .check(CLASSES);
  }

  @Test
  void onlyTheApiSpeaksHttp() {
    classes()
        .that()
        .areAnnotatedWith("org.springframework.web.bind.annotation.RestController")
        .should()
        .resideInAPackage("..query.api..")
        .check(CLASSES);
  }

  @Test
  void packagesDependInOneDirection() {
    slices().matching("io.parley.query.(*)..").should().beFreeOfCycles().check(CLASSES);
  }
}
