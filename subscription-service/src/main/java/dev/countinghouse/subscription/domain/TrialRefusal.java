package dev.countinghouse.subscription.domain;

/** Why a trial does not start. */
public sealed interface TrialRefusal {

  /** The tutorial must be complete first (TRI-2). */
  record TutorialIncomplete() implements TrialRefusal {}

  /** Once per channel, ever (TRI-2). */
  record AlreadyUsed() implements TrialRefusal {}

  /** The channel's book has no trial. */
  record NotOffered(String book) implements TrialRefusal {}

  /** The book has no such plan, or it costs nothing and needs no trial. */
  record UnknownPlan(String plan) implements TrialRefusal {}

  record UnknownAddOn(String addOn) implements TrialRefusal {}

  /** What follows the trial could not be billed: its fee depends on a meter that is not MAU. */
  record NotInTrial(String product, String meter) implements TrialRefusal {}
}
