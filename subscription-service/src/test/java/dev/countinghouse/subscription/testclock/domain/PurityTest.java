package dev.countinghouse.subscription.testclock.domain;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;

import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class PurityTest {

  @Test
  @DisplayName("what a test clock decides is pure: Java, the contracts, and itself")
  void pure() {
    String own = "dev.countinghouse.subscription.testclock.domain";

    classes()
        .should()
        .onlyDependOnClassesThat()
        .resideInAnyPackage("java..", "org.jspecify..", "dev.countinghouse.contracts..", own)
        .check(
            new ClassFileImporter()
                .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
                .importPackages(own));
  }
}
