package dev.countinghouse.contracts.internal;

import org.jspecify.annotations.Nullable;

/**
 * What became of a {@link RefundRequest}. {@code GET} of the same path answers it too, 404 {@code
 * refund.not-found} where nothing stands under the id; {@code DELETE} sees to it that nothing ever
 * is paid back by an id under which nothing stands, and answers as it then stands.
 *
 * @param status {@code refunded}, {@code declined}, or {@code pending} when the provider has not
 *     answered: ask again
 * @param creditNote number of the credit note
 * @param reason why it was declined; {@code refund.voided} when its id was voided before anything
 *     was asked for by it
 */
public record RefundAnswer(String status, @Nullable String creditNote, @Nullable String reason) {
  public static final String REFUNDED = "refunded";
  public static final String DECLINED = "declined";
  public static final String PENDING = "pending";
}
