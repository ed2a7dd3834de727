package dev.countinghouse.prepaid.domain;

import dev.countinghouse.pricing.LineAmount;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/**
 * Postpaid usage of an item in a period, for one line of an invoice (PRE-9).
 *
 * @param ranges what is postpaid and stands on no invoice yet, from the first on
 */
public record Overage(BookItem item, List<Range> ranges) {

  private static final BigDecimal HALF = new BigDecimal("0.5");

  /** A line names so many ranges; of more it names the first and the last unit. */
  private static final int NAMED_RANGES = 4;

  public Overage {
    ranges = joined(ranges);
  }

  /** Where units stand in the period's total, in halves of a unit. */
  public record Range(long fromHalves, long toHalves) {

    private BigDecimal quantity() {
      return units(toHalves - fromHalves);
    }

    private String description() {
      return String.format(Locale.ROOT, "%,d–%,d", fromHalves / 2 + 1, (toHalves + 1) / 2);
    }
  }

  private static List<Range> joined(List<Range> ranges) {
    List<Range> joined = new ArrayList<>();
    for (Range range : ranges) {
      boolean touches = !joined.isEmpty() && joined.getLast().toHalves == range.fromHalves;
      joined.add(touches ? new Range(joined.removeLast().fromHalves, range.toHalves) : range);
    }
    return List.copyOf(joined);
  }

  /** Its amount, the sum of its ranges, rounded once (MON-2), in the currency's smallest unit. */
  public long amountMinor(String currency) {
    BigDecimal amount =
        ranges.stream()
            .map(range -> MonthlyUse.overage(item.price(), units(range.toHalves), range.quantity()))
            .reduce(BigDecimal.ZERO, BigDecimal::add);
    return LineAmount.round(amount, currency).minor();
  }

  public long halves() {
    return ranges.stream().mapToLong(range -> range.toHalves - range.fromHalves).sum();
  }

  /** Where the units stand: {@code workflow-action beyond prepaid, units 4,001–4,500}. */
  public String description() {
    String beyond = item.sale() == null ? " beyond the allowance" : " beyond prepaid";
    return item.id() + beyond + ", units " + places();
  }

  private String places() {
    if (ranges.size() > NAMED_RANGES) {
      Range around = new Range(ranges.getFirst().fromHalves, ranges.getLast().toHalves);
      return around.description() + " in " + ranges.size() + " ranges";
    }
    return ranges.stream().map(Range::description).collect(Collectors.joining(", "));
  }

  private static BigDecimal units(long halves) {
    return BigDecimal.valueOf(halves).multiply(HALF);
  }
}
