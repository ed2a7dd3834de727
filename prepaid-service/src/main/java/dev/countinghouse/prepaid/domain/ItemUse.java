package dev.countinghouse.prepaid.domain;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/**
 * What a decision about usage of an item must know.
 *
 * @param lots those that are valid on a day of the usage
 * @param periods those that the usage falls in
 */
public record ItemUse(List<LotAccount> lots, List<PeriodUse> periods) {

  public ItemUse {
    lots = List.copyOf(lots);
    periods = List.copyOf(periods);
  }

  PeriodUse period(Instant start) {
    return periods.stream()
        .filter(use -> use.period().start().equals(start))
        .findFirst()
        .orElseThrow(() -> new IllegalStateException("the state lacks the period of " + start));
  }

  ItemUse with(List<LotAccount> drawn, PeriodUse changed) {
    List<PeriodUse> all = new ArrayList<>(periods);
    all.replaceAll(use -> use.period().start().equals(changed.period().start()) ? changed : use);
    return new ItemUse(drawn, all);
  }
}
