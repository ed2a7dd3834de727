package dev.countinghouse.prepaid.lot;

import io.quarkus.runtime.annotations.RegisterForReflection;
import org.jspecify.annotations.Nullable;

/**
 * The last refund that was asked for a lot, whatever became of it (PRE-15).
 *
 * @param status {@code pending}, {@code review}, {@code refunded} or {@code declined}
 * @param reason the code of why it was declined, or is in review
 * @param creditNote number of the credit note; null unless refunded, and when nothing was paid
 */
@RegisterForReflection
public record LotRefund(
    String id, String status, @Nullable String reason, @Nullable String creditNote) {}
