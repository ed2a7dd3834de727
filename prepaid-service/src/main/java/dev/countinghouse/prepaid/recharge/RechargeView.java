package dev.countinghouse.prepaid.recharge;

import dev.countinghouse.http.Quantities;
import org.jspecify.annotations.Nullable;

/**
 * Auto-recharge as JSON.
 *
 * @param threshold decimal string; null where it never was on
 * @param purchase the purchase under way; null when none is
 * @param reason the code of why it switched itself off; null unless it did
 */
public record RechargeView(
    boolean enabled,
    @Nullable String threshold,
    @Nullable Long units,
    @Nullable String purchase,
    @Nullable String reason) {

  static RechargeView of(@Nullable Recharge recharge) {
    return recharge == null
        ? new RechargeView(false, null, null, null, null)
        : new RechargeView(
            recharge.enabled(),
            Quantities.ofTenths(recharge.thresholdTenths()),
            recharge.units(),
            recharge.order(),
            recharge.reason());
  }
}
