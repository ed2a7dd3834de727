package dev.countinghouse.prepaid;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class ArchitectureTest {

  private static final JavaClasses CLASSES =
      new ClassFileImporter()
          .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
          .importPackages("dev.countinghouse.prepaid");

  @Test
  @DisplayName("a rule is decided in domain, which knows no framework, no clock and no SQL")
  void domainIsPure() {
    noClasses()
        .that()
        .resideInAPackage("..prepaid.domain..")
        .should()
        .dependOnClassesThat()
        .resideOutsideOfPackages(
            "java.lang..",
            "java.math..",
            "java.time..",
            "java.util..",
            "org.jspecify..",
            "dev.countinghouse.pricing..",
            "dev.countinghouse.prepaid.domain..")
        .check(CLASSES);
  }

  @Test
  @DisplayName("TIME-3 no class reads the system's clock")
  void nobodyReadsTheSystemsClock() {
    noClasses()
        .should()
        .callMethod(Instant.class, "now")
        .orShould()
        .callMethod(LocalDate.class, "now")
        .orShould()
        .callMethod(Clock.class, "systemUTC")
        .orShould()
        .callMethod(Clock.class, "systemDefaultZone")
        .orShould()
        .callMethod(System.class, "currentTimeMillis")
        .check(CLASSES);
  }

  @Test
  @DisplayName("packages do not depend on each other in circles")
  void noCircles() {
    slices().matching("dev.countinghouse.prepaid.(*)..").should().beFreeOfCycles().check(CLASSES);
  }
}
