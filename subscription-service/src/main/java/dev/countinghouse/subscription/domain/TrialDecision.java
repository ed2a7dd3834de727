package dev.countinghouse.subscription.domain;

import dev.countinghouse.subscription.domain.TrialRefusal.AlreadyUsed;
import dev.countinghouse.subscription.domain.TrialRefusal.NotInTrial;
import dev.countinghouse.subscription.domain.TrialRefusal.NotOffered;
import dev.countinghouse.subscription.domain.TrialRefusal.TutorialIncomplete;
import dev.countinghouse.subscription.domain.TrialRefusal.UnknownAddOn;
import dev.countinghouse.subscription.domain.TrialRefusal.UnknownPlan;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Optional;
import java.util.stream.Stream;

/** Whether a trial starts (TRI-1, 2, 4). */
public sealed interface TrialDecision {

  /** It starts. */
  record Started(TrialPeriod period, long grantTenths) implements TrialDecision {}

  /** It does not. */
  record Refused(TrialRefusal refusal) implements TrialDecision {}

  /**
   * What is known of the channel.
   *
   * @param used whether it ever had a trial or a paid period (TRI-2)
   */
  record Candidate(boolean tutorialCompleted, boolean used, ZoneId zone) {}

  /** Decides; the order of the checks is the order in which a person can do something about it. */
  static TrialDecision decide(Candidate channel, PriceBook book, Selection wanted, Instant now) {
    if (book.trial().isEmpty()) {
      return new Refused(new NotOffered(book.id()));
    }
    TrialTerms terms = book.trial().get();
    if (channel.used()) {
      return new Refused(new AlreadyUsed());
    }
    if (terms.requiresTutorial() && !channel.tutorialCompleted()) {
      return new Refused(new TutorialIncomplete());
    }
    return refusal(book, wanted)
        .<TrialDecision>map(Refused::new)
        .orElseGet(() -> start(terms, channel.zone(), now));
  }

  private static Optional<TrialRefusal> refusal(PriceBook book, Selection wanted) {
    Optional<Product> plan = book.plan(wanted.plan()).filter(known -> known.price().isPresent());
    if (plan.isEmpty()) {
      return Optional.of(new UnknownPlan(wanted.plan()));
    }
    for (String addOn : wanted.addOns()) {
      if (book.addOn(addOn).isEmpty()) {
        return Optional.of(new UnknownAddOn(addOn));
      }
    }
    return Stream.concat(
            plan.stream(), wanted.addOns().stream().flatMap(a -> book.addOn(a).stream()))
        .filter(product -> !product.isBilledInAdvance())
        .findFirst()
        .map(product -> new NotInTrial(product.id(), product.meter().orElse("")));
  }

  private static Started start(TrialTerms terms, ZoneId zone, Instant now) {
    return new Started(TrialPeriod.starting(now, terms.days(), zone), terms.grantTenths());
  }
}
