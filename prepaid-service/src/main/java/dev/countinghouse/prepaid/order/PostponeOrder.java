package dev.countinghouse.prepaid.order;

import dev.countinghouse.clock.ChannelClock;
import dev.countinghouse.clock.DueWork;
import dev.countinghouse.prepaid.PrepaidLimits;
import dev.countinghouse.transaction.Transaction;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;

/**
 * Lets an order wait whose charge has no answer yet. Its price is frozen, so it asks the same
 * question later.
 */
@ApplicationScoped
class PostponeOrder {

  private final ChannelClock clock;
  private final DueWork dueWork;
  private final PrepaidLimits limits;

  PostponeOrder(ChannelClock clock, DueWork dueWork, PrepaidLimits limits) {
    this.clock = clock;
    this.dueWork = dueWork;
    this.limits = limits;
  }

  Uni<Void> postpone(Transaction transaction, String channel, String id) {
    return clock
        .now(transaction, channel)
        .map(now -> now.now().plus(limits.chargeInquiryDelay()))
        .chain(at -> schedule(transaction, channel, id, at));
  }

  private Uni<Void> schedule(Transaction transaction, String channel, String id, Instant at) {
    return dueWork.schedule(transaction, channel, CarryOutOrder.KIND, id, at);
  }
}
