package dev.countinghouse.prepaid.purchase;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/**
 * The body of {@code POST …/pu/top-ups}.
 *
 * @param units whole PU
 */
public record TopUpRequest(@Nullable BigDecimal units) {}
