package dev.countinghouse.subscription.domain;

import dev.countinghouse.subscription.domain.Grants.History;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/**
 * Everything a channel may do now (SUB-5, TRI-3).
 *
 * @param limits how many of something it may do; a name that is absent has no limit
 * @param features every feature that the book knows, by name
 */
public record Entitlements(
    History chatHistory,
    History eventHistory,
    Map<String, Long> limits,
    List<Entitlement> features) {

  public Entitlements {
    limits = Map.copyOf(limits);
    features = List.copyOf(features);
  }

  /**
   * Reads them off the book.
   *
   * @param chosen what the channel is on; of the trial while it runs
   */
  public static Entitlements of(PriceBook book, SubscriptionStatus status, Selection chosen) {
    Optional<TrialTerms> trial =
        status == SubscriptionStatus.TRIAL ? book.trial() : Optional.empty();
    Set<String> withheld = trial.map(TrialTerms::withholds).orElse(Set.of());
    Grants plan =
        book.plan(chosen.plan())
            .map(Product::grants)
            .orElse(new Grants(History.NONE, History.NONE, List.of()));
    return new Entitlements(
        plan.chatHistory(),
        plan.eventHistory(),
        trial.map(TrialTerms::limits).orElse(Map.of()),
        features(book, chosen).values().stream()
            .map(
                one ->
                    withheld.contains(one.feature()) && one.allowed() ? one.withheldInTrial() : one)
            .toList());
  }

  /** What is said of one feature; empty when the book does not know it. */
  public Optional<Entitlement> feature(String name) {
    return features.stream().filter(one -> one.feature().equals(name)).findFirst();
  }

  private static Map<String, Entitlement> features(PriceBook book, Selection chosen) {
    Map<String, Entitlement> byName = new TreeMap<>();
    List<Product> notChosen = new ArrayList<>();
    for (Product plan : book.plans()) {
      if (plan.id().equals(chosen.plan())) {
        plan.grants().features().forEach(f -> byName.put(f, Entitlement.byPlan(f, plan.id())));
      } else {
        notChosen.add(plan);
      }
    }
    for (Product addOn : book.addOns()) {
      if (chosen.addOns().contains(addOn.id())) {
        addOn
            .grants()
            .features()
            .forEach(f -> byName.putIfAbsent(f, Entitlement.byAddOn(f, addOn.id())));
      } else {
        notChosen.add(addOn);
      }
    }
    for (Product other : notChosen) {
      other
          .grants()
          .features()
          .forEach(f -> byName.putIfAbsent(f, Entitlement.notIncluded(f, other.id())));
    }
    return byName;
  }
}
