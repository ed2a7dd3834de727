package dev.countinghouse.prepaid.usage;

import dev.countinghouse.prepaid.domain.Overage;
import dev.countinghouse.prepaid.domain.UsagePeriod;
import java.util.List;

/**
 * Usage of an item in a paid period that nothing covered and that stands on no invoice yet.
 *
 * @param ranges where it stands in the period's total, from the first on
 */
public record UnbilledUse(String item, UsagePeriod period, List<Overage.Range> ranges) {}
