package dev.countinghouse.prepaid.recharge;

import dev.countinghouse.http.Quantities;
import org.jspecify.annotations.Nullable;

/**
 * Auto-recharge as JSON.
 *
 * @param threshold decimal string; null where it never was on
 * @param purchase the purchase under way; null when none is. Nothing else is bought meanwhile
 * @param purchaseStatus {@code pending}, or {@code review} when nobody but an operator can say
 *     whether it was paid; null when none is under way
 * @param reason the code of why it switched itself off; null unless it did
 */
public record RechargeView(
    boolean enabled,
    @Nullable String threshold,
    @Nullable Long units,
    @Nullable String purchase,
    @Nullable String purchaseStatus,
    @Nullable String reason) {

  static RechargeView of(@Nullable Recharge recharge) {
    return recharge == null
        ? new RechargeView(false, null, null, null, null, null)
        : new RechargeView(
            recharge.enabled(),
            Quantities.ofTenths(recharge.thresholdTenths()),
            recharge.units(),
            recharge.order(),
            purchaseStatus(recharge),
            recharge.reason());
  }

  private static @Nullable String purchaseStatus(Recharge recharge) {
    if (recharge.order() == null) {
      return null;
    }
    return recharge.inReview() ? "review" : "pending";
  }
}
