package dev.countinghouse.prepaid.skipped;

import dev.countinghouse.outbox.MissingEvents;
import dev.countinghouse.outbox.SkippedEvents;
import dev.countinghouse.transaction.Transaction;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;

/** Forgives an event that was skipped, or the next one of a source, which never came. */
@ApplicationScoped
class ForgiveEvent {

  private final SkippedEvents skipped;
  private final MissingEvents missing;

  ForgiveEvent(SkippedEvents skipped, MissingEvents missing) {
    this.skipped = skipped;
    this.missing = missing;
  }

  /** Whether the source has emitted it and nothing came; outside a transaction. */
  Uni<Boolean> isMissing(String channel, String source, long sequence) {
    return missing.isNext(channel, source, sequence);
  }

  /** False when there is none such, or it is settled already. */
  Uni<Boolean> forgive(
      Transaction transaction, String channel, String source, long sequence, boolean isMissing) {
    return skipped
        .forgive(transaction, channel, source, sequence)
        .chain(
            done ->
                done || !isMissing
                    ? Uni.createFrom().item(done)
                    : missing.forgive(transaction, channel, source, sequence));
  }
}
