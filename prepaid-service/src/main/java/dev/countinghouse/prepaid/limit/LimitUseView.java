package dev.countinghouse.prepaid.limit;

import io.quarkus.runtime.annotations.RegisterForReflection;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A limit and the running billing period's use of it, as JSON.
 *
 * @param monthly units a billing period; of a gauge a new or a lower limit counts from the next
 *     period on
 * @param used units of the period that were let through
 * @param left units that would still be let through; never below 0
 * @param periodStart first instant of the period; null while no event has told what follows the
 *     last one, and nothing is used of a period that is not known
 * @param periodEnd first instant after it
 */
@RegisterForReflection
public record LimitUseView(
    String item,
    long monthly,
    long used,
    long left,
    @Nullable Instant periodStart,
    @Nullable Instant periodEnd) {}
