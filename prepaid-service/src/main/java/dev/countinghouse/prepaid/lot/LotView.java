package dev.countinghouse.prepaid.lot;

import dev.countinghouse.http.Money;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * A lot as JSON.
 *
 * @param monthlyQuantity M; of points all of them
 * @param pool 12 × M, or all the points, a decimal string
 * @param remaining what is left of it, a decimal string
 * @param validUntil last valid day (PRE-1)
 * @param renew whether it is bought again on the day after (PRE-14)
 * @param status {@code upcoming}, {@code active}, {@code expired}, {@code refunding} or {@code
 *     refunded} today
 * @param order that it was bought with; {@code GET …/purchases/{p}} shows it
 * @param charged what was paid for it
 * @param refund the last that was asked for; null when none ever was
 */
public record LotView(
    String id,
    String item,
    long monthlyQuantity,
    String pool,
    String remaining,
    LocalDate validFrom,
    LocalDate validUntil,
    boolean renew,
    String status,
    String order,
    Money charged,
    @Nullable String invoice,
    Instant boughtAt,
    @Nullable LotRefund refund) {

  static LotView of(Lot lot, LocalDate today) {
    return new LotView(
        lot.id(),
        lot.item(),
        lot.monthlyQuantity(),
        plain(lot.pool()),
        plain(lot.left()),
        lot.validFrom(),
        lot.validUntil(),
        lot.renew(),
        lot.status(today).name().toLowerCase(Locale.ROOT),
        lot.payment().order(),
        Money.ofMinor(lot.payment().chargeMinor(), lot.payment().currency()),
        lot.payment().invoice(),
        lot.boughtAt(),
        lot.lastRefund());
  }

  private static String plain(BigDecimal units) {
    return units.stripTrailingZeros().toPlainString();
  }
}
