package dev.countinghouse.metering;

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
          .withImportOption(new ImportOption.DoNotIncludeTests())
          .importPackages("dev.countinghouse.metering");

  @Test
  @DisplayName("no framework and no clock in the domain; only what a channel's now is")
  void pureDomain() {
    noClasses()
        .that()
        .resideInAPackage("..metering.domain..")
        .should()
        .dependOnClassesThat()
        .resideOutsideOfPackages(
            "..metering.domain..", "java..", "org.jspecify..", "dev.countinghouse.clock..")
        .check(CLASSES);
  }

  @Test
  @DisplayName("TIME-3 no class reads the system's clock")
  void noSystemClock() {
    noClasses().should().callMethod(Instant.class, "now").check(CLASSES);
    noClasses().should().callMethod(LocalDate.class, "now").check(CLASSES);
    noClasses().should().callMethod(Clock.class, "systemUTC").check(CLASSES);
    noClasses().should().callMethod(System.class, "currentTimeMillis").check(CLASSES);
  }

  @Test
  @DisplayName("the features form no cycle")
  void noCycles() {
    slices().matching("dev.countinghouse.metering.(*)..").should().beFreeOfCycles().check(CLASSES);
  }
}
