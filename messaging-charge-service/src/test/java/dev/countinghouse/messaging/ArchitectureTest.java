package dev.countinghouse.messaging;

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
          .importPackages("dev.countinghouse.messaging");

  @Test
  @DisplayName("the domain knows no framework")
  void pureDomain() {
    noClasses()
        .that()
        .resideInAPackage("..messaging.domain..")
        .should()
        .dependOnClassesThat()
        .resideOutsideOfPackages("..messaging.domain..", "java..", "org.jspecify..")
        .check(CLASSES);
  }

  @Test
  @DisplayName("TIME-3 no class reads the system's clock")
  void noSystemClock() {
    noClasses().should().callMethod(Instant.class, "now").check(CLASSES);
    noClasses().should().callMethod(Clock.class, "systemUTC").check(CLASSES);
    noClasses().should().callMethod(System.class, "currentTimeMillis").check(CLASSES);
  }
}
