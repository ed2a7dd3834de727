package dev.countinghouse.prepaid.domain;

import dev.countinghouse.pricing.LineAmount;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Locale;

/**
 * Postpaid usage of an item in a period, for one line of an invoice (PRE-9).
 *
 * @param total usage of the whole period; the postpaid units stand at its end
 * @param halves what is postpaid and stands on no invoice yet
 */
public record Overage(BookItem item, long total, long halves) {

  private static final BigDecimal HALF = new BigDecimal("0.5");

  /** Its amount, rounded once (MON-2), in the currency's smallest unit. */
  public long amountMinor(String currency) {
    BigDecimal amount = MonthlyUse.overage(item.price(), BigDecimal.valueOf(total), quantity());
    return LineAmount.round(amount, currency).minor();
  }

  /** Units, perhaps with a half. */
  public BigDecimal quantity() {
    return new BigDecimal(halves).multiply(HALF);
  }

  /** Where the units stand: {@code workflow-action beyond prepaid, units 4,001–4,500}. */
  public String description() {
    long covered =
        BigDecimal.valueOf(total).subtract(quantity()).setScale(0, RoundingMode.FLOOR).longValue();
    return String.format(
        Locale.ROOT, "%s beyond prepaid, units %,d–%,d", item.id(), covered + 1, total);
  }
}
