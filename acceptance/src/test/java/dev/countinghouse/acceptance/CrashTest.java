package dev.countinghouse.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import dev.countinghouse.localstack.Suite;
import dev.countinghouse.localstack.SuiteService;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** SYS-1: whoever is killed in the middle, the bill is the same. */
class CrashTest {

  /**
   * The chapters in which the service is killed: usage comes in, texts are sent, the clock moves, a
   * year passes.
   */
  private static final Set<Chapter> CRASHES =
      Set.of(Chapter.USAGE, Chapter.MESSAGES, Chapter.CONVERSION, Chapter.YEAR);

  /** Into the chapter, so that the work is under way. */
  private static final Executor SHORTLY =
      CompletableFuture.delayedExecutor(150, TimeUnit.MILLISECONDS);

  private static Bill undisturbed = new Bill(List.of());

  @BeforeAll
  static void givenTheBillOfAnUndisturbedStory() {
    undisturbed = new Story(RunningSuite.gateway("undisturbed"), chapter -> {}).play();
  }

  @ParameterizedTest(name = "{0}")
  @EnumSource(SuiteService.class)
  @DisplayName(
      "SYS-1 kill -9 of a service during the story, then its restart, ends with the same bill")
  void sameBill(SuiteService service) {
    Suite suite = RunningSuite.suite();
    Gateway gateway = RunningSuite.gateway("crash-" + service.id());
    List<CompletableFuture<Void>> crashes = new ArrayList<>();

    Bill bill = new Story(gateway, chapter -> crashIn(chapter, suite, service, crashes)).play();

    assertThat(crashes).hasSize(CRASHES.size());
    assertThat(bill).isEqualTo(undisturbed);
  }

  /** A crash ends before the next begins. */
  private static void crashIn(
      Chapter chapter, Suite suite, SuiteService service, List<CompletableFuture<Void>> crashes) {
    CompletableFuture.allOf(crashes.toArray(CompletableFuture<?>[]::new)).join();
    if (CRASHES.contains(chapter)) {
      crashes.add(CompletableFuture.runAsync(() -> crash(suite, service), SHORTLY));
    }
  }

  private static void crash(Suite suite, SuiteService service) {
    suite.kill9(service);
    suite.restart(service);
  }
}
