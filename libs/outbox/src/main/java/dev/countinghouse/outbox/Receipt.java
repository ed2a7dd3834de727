package dev.countinghouse.outbox;

/** What an inbox did with an event. */
sealed interface Receipt {

  /**
   * It is applied and remembered.
   *
   * @param missing how many events before it never came
   */
  record Applied(long missing) implements Receipt {}

  /** It, or a later one of its source and key, was applied before; nothing changed. */
  record Duplicate() implements Receipt {}
}
