package dev.countinghouse.subscription;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.library.dependencies.SlicesRuleDefinition;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZonedDateTime;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class ArchitectureTest {

  private static final JavaClasses SERVICE =
      new ClassFileImporter()
          .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
          .importPackages("dev.countinghouse.subscription");

  @Test
  @DisplayName("domain is pure: Java, the pricing models, and itself")
  void domainIsPure() {
    classes()
        .that()
        .resideInAPackage("dev.countinghouse.subscription.domain")
        .should()
        .onlyDependOnClassesThat()
        .resideInAnyPackage(
            "java..",
            "org.jspecify.annotations",
            "dev.countinghouse.pricing",
            "dev.countinghouse.subscription.domain")
        .check(SERVICE);
  }

  @Test
  @DisplayName("TIME-3 nobody reads the system's clock")
  void nobodyReadsTheSystemsClock() {
    noClasses()
        .should()
        .callMethod(Instant.class, "now")
        .orShould()
        .callMethod(LocalDate.class, "now")
        .orShould()
        .callMethod(LocalDateTime.class, "now")
        .orShould()
        .callMethod(ZonedDateTime.class, "now")
        .orShould()
        .callMethod(Clock.class, "systemUTC")
        .orShould()
        .callMethod(Clock.class, "systemDefaultZone")
        .check(SERVICE);
  }

  @Test
  @DisplayName("MON-1 no binary float is declared or computed with")
  void noBinaryFloat() {
    noClasses()
        .should()
        .dependOnClassesThat()
        .belongToAnyOf(Double.class, Float.class, double.class, float.class)
        .check(SERVICE);
  }

  @Test
  @DisplayName("features do not depend on each other in a circle")
  void noCircles() {
    SlicesRuleDefinition.slices()
        .matching("dev.countinghouse.subscription.(*)..")
        .should()
        .beFreeOfCycles()
        .check(SERVICE);
  }
}
