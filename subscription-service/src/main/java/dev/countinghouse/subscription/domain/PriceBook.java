package dev.countinghouse.subscription.domain;

import dev.countinghouse.pricing.Cap;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * A published version of a price book (BOOK-1), as far as subscriptions read it.
 *
 * @param currency ISO 4217; empty in a book that counts in PU
 * @param plans in the book's order; empty in a book that no channel can be on
 * @param subscriptionFeeCap the most that plan and add-ons cost a month (BOOK-4)
 * @param trial empty when the book offers none
 * @param gaugeMeters what its gauges read at a period's end (PRE-6): {@code mau}, {@code
 *     basic-seats} …
 */
public record PriceBook(
    String id,
    int version,
    LocalDate effectiveFrom,
    Optional<String> currency,
    List<Product> plans,
    List<Product> addOns,
    Optional<Cap> subscriptionFeeCap,
    Optional<TrialTerms> trial,
    Set<String> gaugeMeters) {

  /** The plan that a channel is on when it pays for none (SUB-1). */
  public static final String FREE = "free";

  public PriceBook {
    plans = List.copyOf(plans);
    addOns = List.copyOf(addOns);
    gaugeMeters = Set.copyOf(gaugeMeters);
  }

  public Optional<Product> plan(String planId) {
    return plans.stream().filter(plan -> plan.id().equals(planId)).findFirst();
  }

  public Optional<Product> addOn(String addOnId) {
    return addOns.stream().filter(addOn -> addOn.id().equals(addOnId)).findFirst();
  }

  /** Whether a channel can be on it: it has plans and prices them in money. */
  public boolean isForChannels() {
    return !plans.isEmpty() && currency.isPresent();
  }
}
