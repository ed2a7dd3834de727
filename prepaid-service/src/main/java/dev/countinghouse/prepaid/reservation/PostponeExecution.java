package dev.countinghouse.prepaid.reservation;

import dev.countinghouse.clock.ChannelClock;
import dev.countinghouse.clock.DueItem;
import dev.countinghouse.clock.DueWork;
import dev.countinghouse.prepaid.PrepaidLimits;
import dev.countinghouse.transaction.Transaction;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;

/**
 * Lets an order wait whose charge has no answer yet. Its price and its billing date are frozen, so
 * it asks the same question later.
 */
@ApplicationScoped
class PostponeExecution {

  private final ChannelClock clock;
  private final DueWork dueWork;
  private final PrepaidLimits limits;

  PostponeExecution(ChannelClock clock, DueWork dueWork, PrepaidLimits limits) {
    this.clock = clock;
    this.dueWork = dueWork;
    this.limits = limits;
  }

  Uni<Void> postpone(Transaction transaction, DueItem item) {
    return clock
        .now(transaction, item.channel())
        .map(now -> now.now().plus(limits.chargeInquiryDelay()))
        .chain(at -> schedule(transaction, item, at));
  }

  private Uni<Void> schedule(Transaction transaction, DueItem item, Instant at) {
    return dueWork.schedule(transaction, item.channel(), item.kind(), item.id(), at);
  }
}
