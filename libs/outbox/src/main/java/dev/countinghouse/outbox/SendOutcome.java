package dev.countinghouse.outbox;

import org.jspecify.annotations.Nullable;

/** Which records of a call were acknowledged by Kafka, by position, and the first failure. */
final class SendOutcome {

  private final boolean[] acknowledged;
  private final @Nullable Throwable failure;

  SendOutcome(boolean[] acknowledged, @Nullable Throwable failure) {
    this.acknowledged = acknowledged.clone();
    this.failure = failure;
  }

  /** Nothing was sent. */
  static SendOutcome nothing(Throwable failure) {
    return new SendOutcome(new boolean[0], failure);
  }

  boolean isAcknowledged(int index) {
    return index < acknowledged.length && acknowledged[index];
  }

  @Nullable Throwable failure() {
    return failure;
  }
}
