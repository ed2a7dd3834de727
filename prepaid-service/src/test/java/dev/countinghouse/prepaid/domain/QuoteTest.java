package dev.countinghouse.prepaid.domain;

import static org.assertj.core.api.Assertions.assertThat;

import dev.countinghouse.prepaid.domain.LineFault.Code;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class QuoteTest {

  private static final Book PLAIN = TestBooks.withDiscount("0");

  @ParameterizedTest(name = "{0} a month: {1} a month, {2} the term")
  @DisplayName(
      "PRE-8 own quantity through the tiers, from the first; the term is twelve times that")
  @CsvSource({"1000, 9500, 114000", "5000, 39500, 474000", "2000, 19500, 234000", "51, 10, 120"})
  void ownQuantityThroughTheTiers(BigDecimal quantity, long monthly, long term) {
    Quote quote = Quote.of(PLAIN, List.of(new OrderLine("workflow-action", quantity)));

    assertThat(quote)
        .isInstanceOfSatisfying(
            Quote.Priced.class,
            priced -> {
              assertThat(priced.monthlyMinor()).isEqualTo(monthly);
              assertThat(priced.termMinor()).isEqualTo(term);
            });
  }

  @Test
  @DisplayName("PRE-8 five times 1,000 = $475; once 5,000 = $395, a month")
  void fiveTimesOrOnce() {
    OrderLine thousand = line("workflow-action", "1000");

    Quote fiveTimes = Quote.of(PLAIN, List.of(thousand, thousand, thousand, thousand, thousand));
    Quote once = Quote.of(PLAIN, List.of(line("workflow-action", "5000")));

    assertThat(((Quote.Priced) fiveTimes).monthlyMinor()).isEqualTo(47_500);
    assertThat(((Quote.Priced) once).monthlyMinor()).isEqualTo(39_500);
  }

  @Test
  @DisplayName("PRE-8 the term is discounted by the book's prepaid discount, the month is not")
  void discountedTerm() {
    Quote quote =
        Quote.of(TestBooks.withDiscount("0.25"), List.of(line("workflow-action", "5000")));

    assertThat(((Quote.Priced) quote).monthlyMinor()).isEqualTo(39_500);
    assertThat(((Quote.Priced) quote).termMinor()).isEqualTo(355_500);
  }

  @Test
  @DisplayName("PRE-8 usage for integrations is bought once and gets no prepaid discount")
  void integrationsAreNotDiscounted() {
    Quote quote = Quote.of(TestBooks.withDiscount("0.25"), List.of(line("pu", "100000")));

    assertThat(((Quote.Priced) quote).termMinor()).isEqualTo(10_000);
  }

  @Test
  @DisplayName("MON-2 the term is rounded once, not month by month")
  void roundedOnce() {
    BookItem odd = TestBooks.soldAt("odd", true, "0.0045");
    Book book = new Book("b", 1, "USD", BigDecimal.ZERO, Map.of("odd", odd), Map.of());

    Quote quote = Quote.of(book, List.of(line("odd", "1")));

    assertThat(((Quote.Priced) quote).monthlyMinor()).isZero();
    assertThat(((Quote.Priced) quote).termMinor()).isEqualTo(5);
  }

  @ParameterizedTest(name = "{1} of {0} → {2}")
  @DisplayName("PRE-10 purchase limits, on both sides")
  @CsvSource({
    "mu, 99, QUANTITY_BELOW_MINIMUM",
    "mu, 100,",
    "mu, 1000000,",
    "mu, 1000001, QUANTITY_ABOVE_MAXIMUM",
    "basic-seat, 0, QUANTITY_BELOW_MINIMUM",
    "basic-seat, -1, QUANTITY_BELOW_MINIMUM",
    "basic-seat, 1,",
    "basic-seat, 1.0,",
    "basic-seat, 1.5, QUANTITY_NOT_WHOLE",
    "basic-seat, 1000,",
    "basic-seat, 1001, QUANTITY_ABOVE_MAXIMUM",
    "basic-seat, 10000000000000000000, QUANTITY_ABOVE_MAXIMUM",
    "basic-seat, 1e999999999, QUANTITY_ABOVE_MAXIMUM",
    "basic-seat, 1e-999999999, QUANTITY_BELOW_MINIMUM",
    "workflow-action, 50, QUANTITY_BELOW_MINIMUM",
    "workflow-action, 51,",
    "pu, 99, QUANTITY_BELOW_MINIMUM",
    "pu, 100,",
    "pu, 9999999999,",
    "pu, 10000000000, QUANTITY_ABOVE_MAXIMUM",
    "biscuit, 1, UNKNOWN_ITEM"
  })
  void purchaseLimits(String item, BigDecimal quantity, Code expected) {
    Quote quote = Quote.of(PLAIN, List.of(new OrderLine(item, quantity)));

    if (quote instanceof Quote.Faulty faulty) {
      assertThat(faulty.faults()).extracting(LineFault::code).containsExactly(expected);
    } else {
      assertThat(expected).isNull();
    }
  }

  @Test
  @DisplayName("PRE-10 never an amount above 9,999,999,999")
  void greatestAmount() {
    BookItem dear = TestBooks.soldAt("dear", false, "9999.999999");
    Book book = new Book("b", 1, "USD", BigDecimal.ZERO, Map.of("dear", dear), Map.of());

    assertThat(Quote.of(book, List.of(line("dear", "1000000")))).isInstanceOf(Quote.Priced.class);
    BookItem dearer = TestBooks.soldAt("dear", false, "9999.999999001");
    Book other = new Book("b", 1, "USD", BigDecimal.ZERO, Map.of("dear", dearer), Map.of());
    assertThat(Quote.of(other, List.of(line("dear", "1000000")))).isInstanceOf(Quote.Faulty.class);
  }

  @Test
  @DisplayName(
      "PRE-18 one line that is not in order refuses the order, and every such line is named")
  void allOrNone() {
    Quote quote =
        Quote.of(PLAIN, List.of(line("mu", "100"), line("mu", "1"), line("biscuit", "1")));

    assertThat(((Quote.Faulty) quote).faults()).extracting(LineFault::line).containsExactly(1, 2);
  }

  @ParameterizedTest(name = "{0} more with {1} bought")
  @DisplayName("PRE-11 included + active lots + new ≤ the plan's limit: 2,000 more yes, 2,001 no")
  @CsvSource({"2000, 0, true", "2001, 0, false", "500, 1500, true", "501, 1500, false"})
  void planLimit(BigDecimal quantity, long bought, boolean accepted) {
    Quote quote = Quote.of(PLAIN, List.of(new OrderLine("mu", quantity)));

    boolean within =
        PlanLimit.exceeded(
                TestBooks.EARLY_STAGE, Map.of("mu", bought), ((Quote.Priced) quote).lines())
            .isEmpty();

    assertThat(within).isEqualTo(accepted);
  }

  @Test
  @DisplayName("PRE-11 the lines of one order count together")
  void planLimitOfAnOrder() {
    Quote quote = Quote.of(PLAIN, List.of(line("mu", "1500"), line("mu", "501")));

    LineFault fault =
        PlanLimit.exceeded(TestBooks.EARLY_STAGE, Map.of(), ((Quote.Priced) quote).lines())
            .orElseThrow();

    assertThat(fault.line()).isEqualTo(1);
    assertThat(fault.expected()).isEqualTo("at most 500 on this plan");
  }

  private static OrderLine line(String item, String quantity) {
    return new OrderLine(item, new BigDecimal(quantity));
  }
}
