package dev.countinghouse.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import dev.countinghouse.localstack.Suite;
import dev.countinghouse.localstack.SuiteService;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** SYS-1: whoever is killed in the middle, the bill is the same. */
class CrashTest {

  /** The chapters in which a service is killed: those in which it has the most to lose. */
  private static final Map<SuiteService, Set<Chapter>> CRASHES =
      Map.of(
          SuiteService.GATEWAY, Set.of(Chapter.USAGE, Chapter.YEAR),
          SuiteService.METERING, Set.of(Chapter.USAGE, Chapter.CONVERSION),
          SuiteService.MESSAGING, Set.of(Chapter.MESSAGES, Chapter.YEAR),
          SuiteService.PREPAID, Set.of(Chapter.MESSAGES, Chapter.CONVERSION),
          SuiteService.SUBSCRIPTION, Set.of(Chapter.CONVERSION, Chapter.YEAR));

  /** Into the chapter, so that the work is under way. */
  private static final Executor SHORTLY =
      CompletableFuture.delayedExecutor(150, TimeUnit.MILLISECONDS);

  @ParameterizedTest(name = "{0}")
  @EnumSource(SuiteService.class)
  @DisplayName(
      "SYS-1 kill -9 of a service during the story, then its restart, ends with the same bill")
  void sameBill(SuiteService service) {
    Suite suite = RunningSuite.suite();
    Gateway gateway = RunningSuite.gateway("crash-" + service.id());
    List<CompletableFuture<Void>> crashes = new ArrayList<>();
    Bill undisturbed = UndisturbedStory.bill();

    Bill bill = new Story(gateway, chapter -> crashIn(chapter, suite, service, crashes)).play();

    assertThat(crashes).hasSize(crashesOf(service).size());
    assertThat(bill).isEqualTo(undisturbed);
  }

  /** A crash ends before the next begins. */
  private static void crashIn(
      Chapter chapter, Suite suite, SuiteService service, List<CompletableFuture<Void>> crashes) {
    CompletableFuture.allOf(crashes.toArray(CompletableFuture<?>[]::new)).join();
    if (crashesOf(service).contains(chapter)) {
      crashes.add(CompletableFuture.runAsync(() -> crash(suite, service), SHORTLY));
    }
  }

  private static Set<Chapter> crashesOf(SuiteService service) {
    return Objects.requireNonNull(CRASHES.get(service), service.module());
  }

  private static void crash(Suite suite, SuiteService service) {
    suite.kill9(service);
    suite.restart(service);
  }
}
