package dev.countinghouse.gateway;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.time.Clock;
import java.time.Instant;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class ArchitectureTest {

  private static final JavaClasses CLASSES =
      new ClassFileImporter()
          .withImportOption(new ImportOption.DoNotIncludeTests())
          .importPackages("dev.countinghouse.gateway");

  @Test
  @DisplayName("the domain knows no framework")
  void pureDomain() {
    noClasses()
        .that()
        .resideInAPackage("..gateway.domain..")
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage(
            "io..", "jakarta..", "com.fasterxml.jackson..", "com.github..", "org.eclipse..")
        .check(CLASSES);
  }

  @Test
  @DisplayName("TIME-3 only one class knows the machine's clock")
  void oneClock() {
    noClasses()
        .should()
        .callMethod(Instant.class, "now")
        .orShould()
        .callMethod(System.class, "currentTimeMillis")
        .check(CLASSES);
    noClasses()
        .that()
        .doNotHaveFullyQualifiedName(SystemTime.class.getName())
        .should()
        .callMethod(Clock.class, "systemUTC")
        .check(CLASSES);
  }
}
