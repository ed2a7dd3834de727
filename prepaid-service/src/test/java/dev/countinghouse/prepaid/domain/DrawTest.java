package dev.countinghouse.prepaid.domain;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DrawTest {

  private static final LocalDate JANUARY = LocalDate.of(2024, 1, 1);

  @Test
  @DisplayName("PRE-5 M = 100 over twelve months: deducted, postpaid and pool left")
  void twelveMonths() {
    long[] usage = {0, 30, 50, 100, 150, 200, 250, 400, 120, 80, 60, 10};
    List<Long> deducted = new ArrayList<>();
    List<Long> postpaid = new ArrayList<>();
    List<Long> left = new ArrayList<>();
    LotAccount lot = lot("lot", 100, JANUARY);

    for (int month = 0; month < 12; month++) {
      Draw draw = Draw.of(List.of(lot), JANUARY.plusMonths(month).plusDays(9), usage[month] * 2);
      lot = draw.after().get(0).close(month);
      deducted.add(lot.windows().get(month).deductedHalves() / 2);
      postpaid.add(draw.postpaidHalves() / 2);
      left.add(lot.leftHalves() / 2);
    }

    assertThat(deducted)
        .containsExactly(50L, 50L, 50L, 100L, 150L, 200L, 200L, 200L, 120L, 80L, 0L, 0L);
    assertThat(postpaid).containsExactly(0L, 0L, 0L, 0L, 0L, 0L, 50L, 200L, 0L, 0L, 60L, 10L);
    assertThat(left)
        .containsExactly(1150L, 1100L, 1050L, 950L, 800L, 600L, 400L, 200L, 80L, 0L, 0L, 0L);
  }

  @Test
  @DisplayName("PRE-4 M = 2,000, usage 4,500 → 2,000 own + 2,000 borrowed + 500 postpaid")
  void borrows() {
    Draw draw = Draw.of(List.of(lot("lot", 2_000, JANUARY)), JANUARY, 9_000);

    assertThat(draw.shares()).containsExactly(new Draw.Share("lot", 4_000, 4_000));
    assertThat(draw.postpaidHalves()).isEqualTo(1_000);
    assertThat(draw.after().get(0).leftHalves()).isEqualTo(40_000);
  }

  @ParameterizedTest(name = "M = {0}, usage {1}: {2} borrowed, {3} postpaid")
  @DisplayName("PRE-4 on both sides of M and of 2 × M")
  @CsvSource({
    "100, 100, 0, 0",
    "100, 101, 1, 0",
    "100, 200, 100, 0",
    "100, 201, 100, 1",
    "1, 2, 1, 0",
    "1, 3, 1, 1",
    "1000000, 2000000, 1000000, 0",
    "1000000, 2000001, 1000000, 1"
  })
  void aroundTheMaximum(long monthly, long usage, long borrowed, long postpaid) {
    Draw draw = Draw.of(List.of(lot("lot", monthly, JANUARY)), JANUARY, usage * 2);

    assertThat(draw.shares().get(0).borrowedHalves()).isEqualTo(borrowed * 2);
    assertThat(draw.postpaidHalves()).isEqualTo(postpaid * 2);
  }

  @ParameterizedTest(name = "{0} halves used → {1} halves deducted")
  @DisplayName("PRE-3 M = 101 → the minimum is 50.5, exact")
  @CsvSource({"0, 101", "100, 101", "101, 101", "102, 102"})
  void minimumIsExact(long used, long deducted) {
    LotAccount lot = Draw.of(List.of(lot("lot", 101, JANUARY)), JANUARY, used).after().get(0);

    LotAccount closed = lot.close(0);

    assertThat(closed.windows().get(0).deductedHalves()).isEqualTo(deducted);
    assertThat(closed.close(0)).isEqualTo(closed);
  }

  @Test
  @DisplayName("PRE-6 a draw takes from the earliest-expiring first, each within its maximum")
  void earliestExpiringFirst() {
    LotAccount later = lot("a", 100, LocalDate.of(2024, 6, 15));
    LotAccount earlier = lot("b", 100, JANUARY);

    Draw draw = Draw.of(List.of(later, earlier), LocalDate.of(2024, 7, 1), 500);

    assertThat(draw.shares())
        .containsExactly(new Draw.Share("b", 200, 200), new Draw.Share("a", 100, 0));
    assertThat(draw.postpaidHalves()).isZero();
  }

  @ParameterizedTest(name = "a lot from {0}, usage on {1}: {2} drawn, {3} postpaid")
  @DisplayName("PRE-1 a draw on the last valid day is covered, on the next day it is postpaid")
  @CsvSource({
    "2024-12-31, 2025-12-30, 7, 0",
    "2024-12-31, 2025-12-31, 0, 7",
    "2024-02-29, 2025-02-27, 7, 0",
    "2024-02-29, 2025-02-28, 0, 7",
    "2023-03-01, 2024-02-29, 7, 0",
    "2023-03-01, 2024-03-01, 0, 7",
    "2024-01-01, 2023-12-31, 0, 7",
    "2024-01-01, 2024-01-01, 7, 0"
  })
  void aroundTheTerm(LocalDate start, LocalDate day, long drawn, long postpaid) {
    Draw draw = Draw.of(List.of(lot("lot", 100, start)), day, 7);

    assertThat(draw.after().get(0).leftHalves()).isEqualTo(2_400 - drawn);
    assertThat(draw.postpaidHalves()).isEqualTo(postpaid);
  }

  @ParameterizedTest(name = "{0}: {1}/{2}")
  @DisplayName("PRE-6 the range of a day is M/2 to 2 × M of all its lots")
  @CsvSource({"0, 0, 0", "1, 0.5, 2", "100, 50, 200", "201, 100.5, 402"})
  void rangeOfADay(long monthly, BigDecimal minimum, long maximum) {
    long minimumHalves = minimum.multiply(BigDecimal.TWO).longValueExact();

    assertThat(UsageRange.of(monthly)).isEqualTo(new UsageRange(monthly, minimumHalves, maximum));
  }

  @Test
  @DisplayName("PRE-3 usage that comes after the close is first covered by what the minimum took")
  void lateUsage() {
    LotAccount closed = lot("lot", 100, JANUARY).close(0);

    Draw within = Draw.of(List.of(closed), JANUARY, 60);
    Draw above = Draw.of(List.of(closed), JANUARY, 160);

    assertThat(within.after().get(0).leftHalves()).isEqualTo(closed.leftHalves());
    assertThat(above.after().get(0).leftHalves()).isEqualTo(closed.leftHalves() - 60);
  }

  @ParameterizedTest(name = "allowance 50, {0} before, {1} more: {2} draw")
  @DisplayName("PRE-7 only usage beyond the plan's own allowance draws")
  @CsvSource({"0, 50, 0", "0, 51, 1", "49, 1, 0", "49, 2, 1", "50, 1, 1", "60, 5, 5"})
  void beyondAllowance(long before, long units, long drawn) {
    assertThat(MonthlyUse.beyondAllowance(50, before, units)).isEqualTo(drawn);
  }

  @ParameterizedTest(name = "limit {0}, {1} before, {2} more: {3} pass")
  @DisplayName("PRE-16 usage above the manual limit is refused; raising it lets the rest through")
  @CsvSource({"100, 90, 10, 10", "100, 90, 11, 10", "100, 100, 1, 0", "80, 90, 5, 0", ", 90, 5, 5"})
  void manualLimit(@Nullable Long limit, long before, long units, long passed) {
    assertThat(MonthlyUse.withinLimit(limit, before, units)).isEqualTo(passed);
  }

  @Test
  @DisplayName(
      "PRE-9 overage is priced where it stands: units 4,001–4,500 are in the second tier: $25")
  void overage() {
    BigDecimal amount =
        MonthlyUse.overage(
            TestBooks.WORKFLOW.price(), new BigDecimal("4500"), new BigDecimal("500"));

    assertThat(amount).isEqualByComparingTo("25");
  }

  private static LotAccount lot(String id, long monthly, LocalDate start) {
    return LotAccount.fresh(id, PurchasedLot.startingOn(start, "workflow-action", monthly, false));
  }
}
