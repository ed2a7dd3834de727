package dev.countinghouse.contracts.internal;

import org.jspecify.annotations.Nullable;

/**
 * What became of a {@link ChargeRequest}.
 *
 * @param status {@code paid}, {@code declined}, or {@code pending} when the provider has not
 *     answered: ask again
 * @param invoice number of the paid invoice
 * @param reason why it was declined, {@code payment.declined} or {@code payment.no-method}
 */
public record ChargeAnswer(String status, @Nullable String invoice, @Nullable String reason) {
  public static final String PAID = "paid";
  public static final String DECLINED = "declined";
  public static final String PENDING = "pending";
}
