package dev.countinghouse.subscription.domain;

import java.util.Map;
import java.util.Set;

/**
 * A book's trial (TRI-1, 3, 4).
 *
 * @param days calendar days
 * @param requiresTutorial whether the tutorial must be complete (TRI-2)
 * @param grantTenths promotional PU, in tenths
 * @param limits how many of something it allows: {@code automatedSends}
 * @param withholds features of the chosen plan and add-ons that it does not give
 */
public record TrialTerms(
    int days,
    boolean requiresTutorial,
    long grantTenths,
    Map<String, Long> limits,
    Set<String> withholds) {

  public TrialTerms {
    limits = Map.copyOf(limits);
    withholds = Set.copyOf(withholds);
  }
}
