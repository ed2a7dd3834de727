package dev.countinghouse.prepaid.limit;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/**
 * The body of {@code PUT …/prepaid/limits/{item}}.
 *
 * @param monthly whole units a billing period; 0 lets nothing through
 */
public record LimitRequest(@Nullable BigDecimal monthly) {}
