package dev.countinghouse.subscription.payment;

import io.quarkus.runtime.annotations.RegisterForReflection;
import java.time.Instant;

/**
 * A payment method as outsiders see it; never its token.
 *
 * @param status {@code active}
 */
@RegisterForReflection
public record PaymentMethodJson(String id, String status, String brand, Instant addedAt) {

  static PaymentMethodJson of(PaymentMethod method) {
    return new PaymentMethodJson(method.id, "active", method.brand, method.addedAt);
  }
}
