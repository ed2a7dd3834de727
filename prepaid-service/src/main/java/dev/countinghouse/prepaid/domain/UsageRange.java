package dev.countinghouse.prepaid.domain;

/**
 * What a channel's lots of an item mean for a month, as of a day (PRE-6).
 *
 * @param monthly the sum of M
 * @param minimumHalves what is deducted in any case, in halves of a unit
 * @param maximum the most that can be drawn
 */
public record UsageRange(long monthly, long minimumHalves, long maximum) {

  /**
   * M/2 of each lot, and 2 × M (PRE-3, PRE-4).
   *
   * @param monthly the sum of M over the lots that are valid; 0 when none is
   */
  public static UsageRange of(long monthly) {
    return new UsageRange(monthly, monthly, Math.multiplyExact(monthly, 2L));
  }
}
