package dev.countinghouse.contracts.internal;

import org.jspecify.annotations.Nullable;

/**
 * What became of a {@link ChargeRequest}. {@code GET} of the same path answers it too, 404 {@code
 * charge.not-found} where nothing stands under the id; {@code DELETE} sees to it that nothing ever
 * is charged by an id under which nothing stands, and answers as it then stands.
 *
 * @param status {@code paid}, {@code declined}, or {@code pending} when the provider has not
 *     answered: ask again
 * @param invoice number of the paid invoice
 * @param reason why it was declined: {@code payment.declined}, {@code payment.no-method}, or {@code
 *     charge.voided} when its id was voided before anything was asked for by it
 */
public record ChargeAnswer(String status, @Nullable String invoice, @Nullable String reason) {
  public static final String PAID = "paid";
  public static final String DECLINED = "declined";
  public static final String PENDING = "pending";
}
