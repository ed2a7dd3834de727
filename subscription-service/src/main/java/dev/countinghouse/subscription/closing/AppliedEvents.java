package dev.countinghouse.subscription.closing;

import dev.countinghouse.contracts.ServiceName;
import dev.countinghouse.contracts.internal.Progress;

/** Whether another service has applied what a closing counts on. */
final class AppliedEvents {

  private AppliedEvents() {}

  /**
   * Every event of {@code source} up to {@code sequence} is applied, or an operator has forgiven
   * it; a closing that went on without one would bill too little, and no invoice is restated.
   *
   * @throws IllegalStateException that says what is missing; the closing is tried again later
   */
  static void require(Progress progress, ServiceName source, long sequence) {
    long consumed = progress.consumed().getOrDefault(source.id(), 0L);
    if (consumed < sequence) {
      throw new IllegalStateException(
          "prepaid has applied event %d of %s, not yet %d"
              .formatted(consumed, source.id(), sequence));
    }
    long skipped = progress.skipped().getOrDefault(source.id(), Long.MAX_VALUE);
    if (skipped <= sequence) {
      throw new IllegalStateException(
          "prepaid has skipped event %d of %s: an operator must apply or forgive it"
              .formatted(skipped, source.id()));
    }
  }
}
