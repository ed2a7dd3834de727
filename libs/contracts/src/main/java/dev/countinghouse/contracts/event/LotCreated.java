package dev.countinghouse.contracts.event;

import java.time.LocalDate;

/**
 * A prepaid lot came to be (PRE-1). Source: prepaid.
 *
 * @param monthlyQuantity M, in whole units
 * @param validFrom first day, in the channel's zone
 * @param validUntil last valid day
 */
public record LotCreated(
    String channel,
    String lot,
    String item,
    long monthlyQuantity,
    LocalDate validFrom,
    LocalDate validUntil) {
  public static final String TYPE = "lot.created";
}
