package dev.countinghouse.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** The year of PRE-5's table, month by month, through the gateway. */
class PrepaidYearTest {

  /** A month of the table, and what its overage costs (PRE-9). */
  private record Month(
      int usage, String deducted, String postpaid, String poolLeft, String overage) {}

  /**
   * Overage stands on top of the month's total: the first 50 units of a month are free, the others
   * $0.10, so that month 7 pays for units 201 to 250 and month 11 for units 51 to 60.
   */
  private static final List<Month> TABLE =
      List.of(
          new Month(0, "50", "0", "1150", "0"),
          new Month(30, "50", "0", "1100", "0"),
          new Month(50, "50", "0", "1050", "0"),
          new Month(100, "100", "0", "950", "0"),
          new Month(150, "150", "0", "800", "0"),
          new Month(200, "200", "0", "600", "0"),
          new Month(250, "200", "50", "400", "5.00"),
          new Month(400, "200", "200", "200", "20.00"),
          new Month(120, "120", "0", "80", "0"),
          new Month(80, "80", "0", "0", "0"),
          new Month(60, "0", "60", "0", "1.00"),
          new Month(10, "0", "10", "0", "0"));

  private static final OffsetDateTime CONVERTED = OffsetDateTime.parse("2024-02-01T10:00:00+09:00");
  private static final LocalDate FIRST_DAY = CONVERTED.toLocalDate();
  private static final String PLAN_FEE = "27.00";

  @Test
  @DisplayName("PRE-5 PRE-3 PRE-4 PRE-9 SUB-1a twelve months of a lot of 100, and their invoices")
  void twelveMonths() {
    // Given
    WorkflowShop shop =
        WorkflowShop.payingSince(
            CONVERTED, RunningSuite.gateway("prepaid-year").asOwner(), "Year of PRE-5");

    // When
    List<Month> played = new ArrayList<>();
    for (int month = 0; month < TABLE.size(); month++) {
      played.add(play(shop, month));
    }

    // Then
    assertThat(played).isEqualTo(TABLE);
    assertThat(shop.channel().invoices())
        .as("every invoice is paid")
        .allMatch(invoice -> invoice.path("status").asText().equals("paid"));
  }

  /** Uses what the table says in the middle of the month and lets it end. */
  private static Month play(WorkflowShop shop, int month) {
    OffsetDateTime start = CONVERTED.plusMonths(month);
    int usage = TABLE.get(month).usage();
    if (usage > 0) {
      shop.use(usage, start.plusDays(9));
    }
    OffsetDateTime end = CONVERTED.plusMonths(month + 1L);
    shop.channel().advanceTo(end);
    JsonNode window = closedWindow(shop, month);
    return new Month(
        usage,
        window.path("deducted").asText(),
        window.path("postpaid").asText(),
        window.path("poolLeft").asText(),
        overage(invoiceOf(shop, end)));
  }

  private static JsonNode closedWindow(WorkflowShop shop, int month) {
    LocalDate from = FIRST_DAY.plusMonths(month);
    List<JsonNode> windows = shop.windows(from, from.plusMonths(1).minusDays(1));
    assertThat(windows).hasSize(1);
    JsonNode window = windows.get(0);
    assertThat(window.path("from").asText()).isEqualTo(from.toString());
    assertThat(window.path("closed").asBoolean()).as("%s", window).isTrue();
    return window;
  }

  private static JsonNode invoiceOf(WorkflowShop shop, OffsetDateTime issuedAt) {
    List<JsonNode> issued =
        shop.channel().invoices().stream()
            .filter(
                invoice ->
                    OffsetDateTime.parse(invoice.path("issuedAt").asText()).isEqual(issuedAt))
            .toList();
    assertThat(issued).as("invoices of %s", issuedAt).hasSize(1);
    return issued.get(0);
  }

  /** What the invoice charges beside the plan's fee, without a line of nothing. */
  private static String overage(JsonNode invoice) {
    List<String> amounts =
        WorkflowShop.list(invoice.path("lines")).stream()
            .filter(line -> line.path("item").asText().equals(WorkflowShop.ITEM))
            .map(line -> line.path("amount").path("amount").asText())
            .filter(amount -> new BigDecimal(amount).signum() != 0)
            .toList();
    assertThat(amounts).as("lines of overage, one at most").hasSizeLessThan(2);
    String overage = amounts.isEmpty() ? "0" : amounts.get(0);
    assertThat(new BigDecimal(invoice.path("total").path("amount").asText()))
        .as("%s", invoice)
        .isEqualByComparingTo(new BigDecimal(PLAN_FEE).add(new BigDecimal(overage)));
    return overage;
  }
}
