package dev.countinghouse.houserules;

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
import java.time.OffsetDateTime;
import java.time.ZonedDateTime;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** How every service is built. */
public abstract class Architecture {

  private final String root;
  private final String[] ofTheDomain;
  private final JavaClasses service;
  private Class<?> clock = Architecture.class;

  /**
   * For a service.
   *
   * @param root its root package; its rules are in {@code root.domain}
   * @param plainLibraries packages that the domain may use besides Java and itself, as {@code
   *     dev.countinghouse.pricing..}
   */
  protected Architecture(String root, String... plainLibraries) {
    this.root = root;
    this.ofTheDomain =
        Stream.concat(
                Stream.of("java..", "org.jspecify..", root + ".domain.."),
                Stream.of(plainLibraries))
            .toArray(String[]::new);
    this.service =
        new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
            .importPackages(root);
  }

  /** The one class that may read the system's clock; a service without channels has one. */
  protected final void readsTheClock(Class<?> only) {
    this.clock = only;
  }

  /** The classes of the service, for rules of its own. */
  protected final JavaClasses service() {
    return service;
  }

  @Test
  @DisplayName("a rule is decided in domain, which knows no framework, no clock and no SQL")
  void domainIsPure() {
    classes()
        .that()
        .resideInAPackage(root + ".domain..")
        .should()
        .onlyDependOnClassesThat()
        .resideInAnyPackage(ofTheDomain)
        .check(service);
  }

  @Test
  @DisplayName("TIME-3 nobody reads the system's clock")
  void nobodyReadsTheSystemsClock() {
    Stream.of(
            Instant.class,
            LocalDate.class,
            LocalDateTime.class,
            OffsetDateTime.class,
            ZonedDateTime.class)
        .forEach(type -> nobodyCalls(type, "now"));
    nobodyCalls(Clock.class, "systemUTC");
    nobodyCalls(Clock.class, "systemDefaultZone");
    nobodyCalls(System.class, "currentTimeMillis");
  }

  private void nobodyCalls(Class<?> type, String method) {
    noClasses()
        .that()
        .doNotHaveFullyQualifiedName(clock.getName())
        .should()
        .callMethod(type, method)
        .check(service);
  }

  @Test
  @DisplayName("MON-1 no binary float is declared or computed with")
  void noBinaryFloat() {
    noClasses()
        .should()
        .dependOnClassesThat()
        .belongToAnyOf(Double.class, Float.class, double.class, float.class)
        .check(service);
  }

  @Test
  @DisplayName("features do not depend on each other in circles")
  void noCircles() {
    SlicesRuleDefinition.slices()
        .matching(root + ".(*)..")
        .should()
        .beFreeOfCycles()
        .check(service);
  }
}
