package dev.countinghouse.prepaid.refund;

import dev.countinghouse.http.Money;
import io.quarkus.runtime.annotations.RegisterForReflection;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * A refund as JSON.
 *
 * @param status {@code refunded}, {@code declined}, {@code pending}, or {@code review} when nobody
 *     but an operator can say whether the money is back
 * @param amount what was paid for the lot
 */
@RegisterForReflection
public record RefundView(
    String id, String lot, String status, Money amount, @Nullable String creditNote) {

  static RefundView of(Refund refund) {
    return new RefundView(
        refund.id(),
        refund.lot().id(),
        refund.status().name().toLowerCase(Locale.ROOT),
        Money.ofMinor(refund.amountMinor(), refund.currency()),
        refund.creditNote());
  }
}
