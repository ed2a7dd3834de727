package dev.countinghouse.clock;

/** What a step of a test clock finds when it looks for the channel's next piece of work. */
sealed interface NextDue {

  /** Nothing is due. */
  record None() implements NextDue {}

  /** The first piece is being run by a pod that took it before. */
  record Busy() implements NextDue {}

  /** The first piece is ours. */
  record Claimed(Claim claim) implements NextDue {}
}
