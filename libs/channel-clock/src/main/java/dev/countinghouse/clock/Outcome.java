package dev.countinghouse.clock;

/** How a run of a piece of work ended; its row says the same. */
sealed interface Outcome {

  record Finished() implements Outcome {}

  /**
   * It stays due.
   *
   * @param reason the kind of work and what went wrong, in one line
   */
  record Failed(String reason) implements Outcome {}
}
