package dev.countinghouse.contracts.internal;

import org.jspecify.annotations.Nullable;

/**
 * What became of a {@link RefundRequest}.
 *
 * @param status {@code refunded}, {@code declined}, or {@code pending} when the provider has not
 *     answered: ask again
 * @param creditNote number of the credit note
 * @param reason why it was declined
 */
public record RefundAnswer(String status, @Nullable String creditNote, @Nullable String reason) {
  public static final String REFUNDED = "refunded";
  public static final String DECLINED = "declined";
  public static final String PENDING = "pending";
}
