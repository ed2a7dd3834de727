package dev.countinghouse.prepaid.domain;

import java.time.LocalDate;

/**
 * Usage of an item on a day of a period.
 *
 * @param allowance what the period's plan includes (PRE-7)
 * @param day in the channel's zone; it says which windows are drawn from
 * @param units above 0
 */
public record CountedUse(UsagePeriod period, long allowance, LocalDate day, long units) {

  CountedUse of(long other) {
    return new CountedUse(period, allowance, day, other);
  }

  boolean isWith(CountedUse other) {
    return period.start().equals(other.period.start()) && day.equals(other.day);
  }
}
