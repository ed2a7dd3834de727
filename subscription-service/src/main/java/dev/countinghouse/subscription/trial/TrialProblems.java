package dev.countinghouse.subscription.trial;

import dev.countinghouse.http.Problem;
import dev.countinghouse.subscription.domain.TrialRefusal;

/** A trial's refusals as problem documents. */
final class TrialProblems {

  private TrialProblems() {}

  static Problem of(TrialRefusal refusal) {
    return switch (refusal) {
      case TrialRefusal.TutorialIncomplete() ->
          Problem.of(409, "trial.tutorial-incomplete", "Complete the tutorial before the trial.");
      case TrialRefusal.AlreadyUsed() ->
          Problem.of(409, "trial.already-used", "A channel has one trial, ever.");
      case TrialRefusal.NotOffered(String book) ->
          Problem.of(409, "trial.not-offered", "The channel's price book offers no trial.")
              .with("priceBook", book);
      case TrialRefusal.UnknownPlan(String plan) ->
          Problem.of(422, "trial.unknown-plan", "The price book sells no plan " + plan + ".")
              .blaming("plan", "the id of a plan that costs something");
      case TrialRefusal.UnknownAddOn(String addOn) ->
          Problem.of(422, "trial.unknown-add-on", "The price book has no add-on " + addOn + ".")
              .blaming("addOns", "ids of add-ons of the price book");
      case TrialRefusal.NotInTrial(String product, String meter) ->
          Problem.of(422, "trial.not-billable", product + " is not billed by MAU or flat.")
              .blaming("plan", "a plan whose fee is flat or depends on MAU, not on " + meter);
    };
  }
}
