package dev.countinghouse.prepaid.refund;

import dev.countinghouse.clock.ChannelClock;
import dev.countinghouse.clock.ChannelNow;
import dev.countinghouse.clock.DueItem;
import dev.countinghouse.clock.DueWork;
import dev.countinghouse.clock.DueWorkHandler;
import dev.countinghouse.prepaid.PrepaidLimits;
import dev.countinghouse.transaction.Transaction;
import dev.countinghouse.transaction.Transactions;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Objects;

/** Asks and concludes; for whoever waits, and again as due work while there is no answer. */
@ApplicationScoped
public class SettleRefund implements DueWorkHandler {

  static final String KIND = "refund.settle";

  private final Transactions transactions;
  private final ChannelClock clock;
  private final Refunds refunds;
  private final AskRefund ask;
  private final ConcludeRefund conclude;
  private final DueWork dueWork;
  private final PrepaidLimits limits;

  SettleRefund(
      Transactions transactions,
      ChannelClock clock,
      Refunds refunds,
      AskRefund ask,
      ConcludeRefund conclude,
      DueWork dueWork,
      PrepaidLimits limits) {
    this.transactions = transactions;
    this.clock = clock;
    this.refunds = refunds;
    this.ask = ask;
    this.conclude = conclude;
    this.dueWork = dueWork;
    this.limits = limits;
  }

  @Override
  public String kind() {
    return KIND;
  }

  @Override
  public Uni<Void> run(DueItem item) {
    return transactions
        .run(transaction -> refunds.lock(transaction, item.channel(), item.id()))
        .map(refund -> Objects.requireNonNull(refund, "there is no refund " + item.id()))
        .chain(this::settle)
        .replaceWithVoid()
        .onFailure(RefundPending.class)
        .recoverWithUni(() -> transactions.run(transaction -> postpone(transaction, item)));
  }

  /**
   * Asks and concludes.
   *
   * @return the refund when it has ended; a {@link RefundPending} failure while that is not known
   */
  Uni<Refund> settle(Refund refund) {
    if (refund.status() != Refund.Status.PENDING) {
      return Uni.createFrom().item(refund);
    }
    return ask.ask(refund)
        .chain(
            answer ->
                transactions.run(
                    tx -> conclude.conclude(tx, refund.channel(), refund.id(), answer)));
  }

  private Uni<Void> postpone(Transaction transaction, DueItem item) {
    return clock.now(transaction, item.channel()).chain(now -> again(transaction, item, now));
  }

  private Uni<Void> again(Transaction transaction, DueItem item, ChannelNow now) {
    return dueWork.schedule(
        transaction, item.channel(), KIND, item.id(), now.now().plus(limits.chargeInquiryDelay()));
  }
}
