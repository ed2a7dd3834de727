package dev.countinghouse.subscription.closing;

import dev.countinghouse.contracts.internal.ClosingAnswer;
import dev.countinghouse.contracts.internal.ClosingRequest;
import io.smallrye.mutiny.Uni;

/** Who knows what of a period's usage is neither included nor prepaid (PRE-9). */
public interface OverageSource {

  /**
   * What is postpaid of a period. Asked again with the same request, the answer is the same.
   *
   * @param usageSequence of the last event that tells of usage; the answer includes it
   */
  Uni<ClosingAnswer> overage(String channel, long usageSequence, ClosingRequest request);
}
