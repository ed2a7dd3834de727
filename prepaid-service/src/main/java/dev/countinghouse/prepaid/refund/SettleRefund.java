package dev.countinghouse.prepaid.refund;

import dev.countinghouse.clock.ChannelClock;
import dev.countinghouse.clock.DueItem;
import dev.countinghouse.clock.DueWork;
import dev.countinghouse.clock.DueWorkHandler;
import dev.countinghouse.prepaid.PrepaidLimits;
import dev.countinghouse.prepaid.order.ReviewAlarm;
import dev.countinghouse.transaction.Transaction;
import dev.countinghouse.transaction.Transactions;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
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
  private final ReviewAlarm alarm;
  private final PrepaidLimits limits;

  SettleRefund(
      Transactions transactions,
      ChannelClock clock,
      Refunds refunds,
      AskRefund ask,
      ConcludeRefund conclude,
      DueWork dueWork,
      ReviewAlarm alarm,
      PrepaidLimits limits) {
    this.transactions = transactions;
    this.clock = clock;
    this.refunds = refunds;
    this.ask = ask;
    this.conclude = conclude;
    this.dueWork = dueWork;
    this.alarm = alarm;
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
   * @return the refund when it has ended, or waits for people; a {@link RefundPending} failure
   *     while it has no answer
   */
  Uni<Refund> settle(Refund refund) {
    if (refund.status() != Refund.Status.PENDING) {
      return Uni.createFrom().item(refund);
    }
    return ask.ask(refund).chain(outcome -> conclude(refund, outcome)).invoke(this::alarm);
  }

  /** Has due work ask at once. */
  Uni<Void> askNow(Transaction transaction, Refund refund) {
    return askAfter(transaction, refund.channel(), refund.id(), Duration.ZERO);
  }

  private Uni<Refund> conclude(Refund refund, RefundOutcome outcome) {
    return transactions.run(tx -> conclude.conclude(tx, refund.channel(), refund.id(), outcome));
  }

  private void alarm(Refund refund) {
    if (refund.status() == Refund.Status.REVIEW) {
      alarm.raise("refund", refund.channel(), refund.id(), String.valueOf(refund.reason()));
    }
  }

  private Uni<Void> postpone(Transaction transaction, DueItem item) {
    return askAfter(transaction, item.channel(), item.id(), limits.chargeInquiryDelay());
  }

  private Uni<Void> askAfter(Transaction transaction, String channel, String id, Duration wait) {
    return clock
        .now(transaction, channel)
        .map(now -> now.now().plus(wait))
        .chain(at -> dueWork.schedule(transaction, channel, KIND, id, at));
  }
}
