package dev.countinghouse.prepaid.domain;

import java.math.BigDecimal;

/**
 * A line of an order as it was asked for, not yet checked.
 *
 * @param monthlyQuantity M as it was written; whether it is whole and within limits is for {@link
 *     PurchaseLimits}
 */
public record OrderLine(String item, BigDecimal monthlyQuantity) {}
