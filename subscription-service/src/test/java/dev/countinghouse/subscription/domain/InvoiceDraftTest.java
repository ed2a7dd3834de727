package dev.countinghouse.subscription.domain;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class InvoiceDraftTest {

  private static final Selection EVERYTHING =
      new Selection("paid", List.of("operation", "support-bot", "marketing", "white-label"));

  @Test
  @DisplayName("MAU-6 plan and add-ons are lines of their own at the tier of the MAU")
  void planAndAddOns() {
    Selection chosen = new Selection("paid", List.of("operation"));

    InvoiceDraft draft = InvoiceDraft.monthlyFee(Books.mau(), chosen, 12_000);

    assertThat(draft.lines()).extracting(DraftLine::item).containsExactly("paid", "operation");
    assertThat(draft.lines()).extracting(DraftLine::amountMinor).containsExactly(14_400L, 9_600L);
    assertThat(draft.lines().get(0).unitAmount()).contains(new BigDecimal("144"));
    assertThat(draft.totalMinor()).isEqualTo(24_000);
  }

  @ParameterizedTest(name = "{0} MAU: {1} cents")
  @DisplayName("BOOK-3 volume: the tier that the total falls in, on both sides of every boundary")
  @CsvSource({
    "0, 2700",
    "1, 2700",
    "1000, 2700",
    "1001, 5400",
    "5000, 5400",
    "5001, 9000",
    "10000, 9000",
    "10001, 14400",
    "20000, 14400",
    "20001, 27000",
    "50000, 27000",
    "50001, 45000",
    "100000, 45000",
    "100001, 60000",
    "200000, 60000",
    "200001, 70000"
  })
  void tiers(long mau, long expected) {
    Selection chosen = new Selection("paid", List.of());

    assertThat(InvoiceDraft.monthlyFee(Books.mau(), chosen, mau).totalMinor()).isEqualTo(expected);
  }

  @Test
  @DisplayName(
      "BOOK-4 above 200,000 MAU with all functions the fee is $2,100, the cap its own line")
  void capIsItsOwnLine() {
    InvoiceDraft draft = InvoiceDraft.monthlyFee(Books.mau(), EVERYTHING, 1_000_000);

    assertThat(draft.totalMinor()).isEqualTo(210_000);
    DraftLine last = draft.lines().getLast();
    assertThat(last.item()).isEqualTo(InvoiceDraft.CAP);
    assertThat(last.amountMinor()).isEqualTo(210_000 - (70_000 + 48_000 + 48_000 + 70_000 + 5_000));
  }

  @Test
  @DisplayName("BOOK-4 below the cap there is no line of it")
  void noCapBelowIt() {
    InvoiceDraft draft = InvoiceDraft.monthlyFee(Books.mau(), EVERYTHING, 200_000);

    assertThat(draft.lines()).extracting(DraftLine::item).doesNotContain(InvoiceDraft.CAP);
    assertThat(draft.totalMinor()).isEqualTo(60_000 + 40_000 + 40_000 + 60_000 + 5_000);
  }
}
