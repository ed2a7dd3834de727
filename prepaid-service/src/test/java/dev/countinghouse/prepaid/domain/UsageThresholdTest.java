package dev.countinghouse.prepaid.domain;

import static org.assertj.core.api.Assertions.assertThat;

import dev.countinghouse.prepaid.domain.ChannelPlan.Standing;
import dev.countinghouse.prepaid.domain.UsageThreshold.Of;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class UsageThresholdTest {

  private static final LocalDate DAY = LocalDate.of(2024, 1, 5);

  @ParameterizedTest(name = "of {0}: from {1} on, {2} more: {3} %")
  @DisplayName("NOTE-3 usage that comes from below to 80 % or 100 % of an allowance is told of it")
  @CsvSource({
    "50, 0, 39, 0",
    "50, 0, 40, 80",
    "50, 39, 1, 80",
    "50, 40, 1, 0",
    "50, 40, 9, 0",
    "50, 40, 10, 100",
    "50, 49, 1, 100",
    "50, 50, 1, 0",
    "50, 51, 100, 0",
    "50, 0, 49, 80",
    "50, 39, 11, 100",
    "50, 0, 1000, 100",
    "51, 39, 1, 0",
    "51, 40, 1, 80",
    "51, 50, 1, 100",
    "1, 0, 1, 100",
    "4, 2, 1, 0",
    "4, 3, 1, 100",
    "5, 3, 1, 80",
    "0, 0, 1, 0",
    "0, 7, 100, 0",
    "4611686018427387000, 3689348814741909598, 1, 0",
    "4611686018427387000, 3689348814741909599, 1, 80"
  })
  void ofAnAllowance(long allowance, long before, long units, int percent) {
    UsageDecision decision = use(Standing.PAID, allowance, null, before, units);

    assertThat(decision.reached().stream().map(UsageThreshold::percent))
        .isEqualTo(percent == 0 ? List.of() : List.of(percent));
    assertThat(decision.reached())
        .allMatch(reached -> reached.of() == Of.ALLOWANCE)
        .allMatch(reached -> reached.quantity() == allowance)
        .allMatch(reached -> reached.used() == before + units);
  }

  @ParameterizedTest(name = "of {0}: from {1} on, {2} more: {3} %, {4} used")
  @DisplayName("NOTE-3 PRE-16 the same of a limit, by what it lets through")
  @CsvSource({
    "100, 0, 79, 0, 79",
    "100, 0, 80, 80, 80",
    "100, 79, 1, 80, 80",
    "100, 80, 19, 0, 99",
    "100, 80, 20, 100, 100",
    "100, 0, 250, 100, 100",
    "100, 100, 50, 0, 100",
    "100, 130, 1, 0, 130",
    "0, 0, 10, 0, 0",
    "200, 100, 60, 80, 160",
    "200, 100, 59, 0, 159"
  })
  void ofALimit(long limit, long before, long units, int percent, long used) {
    UsageDecision decision = use(Standing.PAID, 0, limit, before, units);

    assertThat(decision.periods().getFirst().total()).isEqualTo(used);
    assertThat(decision.reached().stream().map(UsageThreshold::percent))
        .isEqualTo(percent == 0 ? List.of() : List.of(percent));
    assertThat(decision.reached())
        .allMatch(reached -> reached.of() == Of.LIMIT)
        .allMatch(reached -> reached.quantity() == limit)
        .allMatch(reached -> reached.used() == used);
  }

  @Test
  @DisplayName("NOTE-3 the allowance and the limit are told apart, each by its own percentage")
  void both() {
    UsageDecision decision = use(Standing.PAID, 50, 60L, 0, 50);

    assertThat(decision.reached().stream().map(reached -> reached.of() + " " + reached.percent()))
        .containsExactly("ALLOWANCE 100", "LIMIT 80");
  }

  @ParameterizedTest
  @DisplayName("NOTE-3 it is the same on trial and on Free")
  @EnumSource(Standing.class)
  void onEverything(Standing standing) {
    UsageDecision decision = use(standing, 50, null, 0, 40);

    assertThat(decision.reached()).hasSize(1);
  }

  @Test
  @DisplayName("NOTE-3 in whatever pieces usage comes, each percentage is told at most once")
  void inPieces() {
    for (int seed = 0; seed < 2_000; seed++) {
      Random random = new Random(seed);
      long allowance = 1L + random.nextInt(120);
      List<Integer> told = new ArrayList<>();
      long total = 0;
      while (total < 2 * allowance) {
        long units = 1L + random.nextInt(40);
        UsageDecision decision = use(Standing.PAID, allowance, null, total, units);
        decision.reached().forEach(reached -> told.add(reached.percent()));
        total += units;
      }
      assertThat(told)
          .as("seed %d", seed)
          .isSubsetOf(80, 100)
          .endsWith(100)
          .doesNotHaveDuplicates();
    }
  }

  private static UsageDecision use(
      Standing standing, long allowance, @Nullable Long limit, long before, long units) {
    Instant start = Instant.parse("2024-01-01T00:00:00Z");
    Instant end = Instant.parse("2024-02-01T00:00:00Z");
    ChannelPlan plan = new ChannelPlan(standing, "early-stage", "test", 1, start, end);
    UsagePeriod period = new UsagePeriod(plan, start, end);
    PeriodUse use = new PeriodUse(period, allowance, limit, before, 0, 0);
    return UsageDecision.of(List.of(use), List.of(new CountedUse(period, allowance, DAY, units)));
  }
}
