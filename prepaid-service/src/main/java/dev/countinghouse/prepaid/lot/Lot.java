package dev.countinghouse.prepaid.lot;

import dev.countinghouse.prepaid.domain.LotTerm;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * A lot as it stands.
 *
 * @param monthlyQuantity M; of points all of them
 * @param pool 12 × M; of points all of them
 * @param left of the pool
 * @param validUntil last valid day (PRE-1)
 * @param renew whether it is bought again on the day after (PRE-14)
 * @param isPoints whether what is left stands in the PU ledger
 * @param payment how it was paid
 * @param boughtAt when its payment was known, by the channel's clock
 * @param refund the refund that was asked for; null when none was, or none was granted
 * @param refundedAt when it was paid back
 * @param lastRefund the last that was asked for; null when none ever was
 */
public record Lot(
    String id,
    String item,
    long monthlyQuantity,
    BigDecimal pool,
    BigDecimal left,
    LocalDate validFrom,
    LocalDate validUntil,
    boolean renew,
    boolean isPoints,
    CreateLot.Payment payment,
    Instant boughtAt,
    @Nullable String refund,
    @Nullable Instant refundedAt,
    @Nullable LotRefund lastRefund) {

  /** Where it stands on a day. */
  public enum Status {
    UPCOMING,
    ACTIVE,
    EXPIRED,
    REFUNDING,
    REFUNDED
  }

  /** Where it stands today, in the channel's zone. */
  public Status status(LocalDate today) {
    if (refundedAt != null) {
      return Status.REFUNDED;
    }
    if (refund != null) {
      return Status.REFUNDING;
    }
    if (today.isBefore(validFrom)) {
      return Status.UPCOMING;
    }
    return today.isAfter(validUntil) ? Status.EXPIRED : Status.ACTIVE;
  }

  /** Whether nothing at all was deducted from it. */
  public boolean isUntouched() {
    return left.compareTo(pool) == 0;
  }

  /** Its twelve months. */
  public LotTerm term() {
    return new LotTerm(validFrom);
  }

  Lot withRenew(boolean renewed) {
    return new Lot(
        id,
        item,
        monthlyQuantity,
        pool,
        left,
        validFrom,
        validUntil,
        renewed,
        isPoints,
        payment,
        boughtAt,
        refund,
        refundedAt,
        lastRefund);
  }
}
