package dev.countinghouse.prepaid.usage;

import dev.countinghouse.prepaid.domain.UsagePeriod;

/**
 * Usage of an item in a paid period that nothing covered and that stands on no invoice yet.
 *
 * @param total usage of the whole period
 * @param halves the unbilled part, in halves of a unit
 */
public record UnbilledUse(String item, UsagePeriod period, long total, long halves) {}
