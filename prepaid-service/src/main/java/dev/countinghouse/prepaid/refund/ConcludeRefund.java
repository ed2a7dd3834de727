package dev.countinghouse.prepaid.refund;

import dev.countinghouse.clock.ChannelClock;
import dev.countinghouse.clock.ChannelNow;
import dev.countinghouse.clock.DueWork;
import dev.countinghouse.prepaid.domain.LedgerCommand;
import dev.countinghouse.prepaid.domain.PurchasedLot;
import dev.countinghouse.prepaid.lot.Lot;
import dev.countinghouse.prepaid.lot.Lots;
import dev.countinghouse.prepaid.lot.ScheduleLotDates;
import dev.countinghouse.prepaid.order.ReviewAlarm;
import dev.countinghouse.prepaid.pu.DecideOnAccount;
import dev.countinghouse.prepaid.refund.Refund.Status;
import dev.countinghouse.prepaid.usage.CoverAgain;
import dev.countinghouse.prepaid.window.LockUsage;
import dev.countinghouse.prepaid.window.ScheduleCloses;
import dev.countinghouse.transaction.Transaction;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Objects;

/**
 * The last step of a refund, one transaction: the lot is paid back, or is as it was before it was
 * asked for.
 */
@ApplicationScoped
class ConcludeRefund {

  private final ChannelClock clock;
  private final LockUsage usage;
  private final Refunds refunds;
  private final Lots lots;
  private final ScheduleLotDates dates;
  private final ScheduleCloses closes;
  private final CoverAgain uncovered;
  private final DecideOnAccount account;
  private final DueWork dueWork;
  private final ReviewAlarm alarm;

  ConcludeRefund(
      ChannelClock clock,
      LockUsage usage,
      Refunds refunds,
      Lots lots,
      ScheduleLotDates dates,
      ScheduleCloses closes,
      CoverAgain uncovered,
      DecideOnAccount account,
      DueWork dueWork,
      ReviewAlarm alarm) {
    this.clock = clock;
    this.usage = usage;
    this.refunds = refunds;
    this.lots = lots;
    this.dates = dates;
    this.closes = closes;
    this.uncovered = uncovered;
    this.account = account;
    this.dueWork = dueWork;
    this.alarm = alarm;
  }

  /**
   * Concludes; when another attempt already has, nothing changes, and people are called should the
   * two say otherwise.
   */
  Uni<Refund> conclude(Transaction transaction, String channel, String id, RefundOutcome outcome) {
    return usage
        .lock(transaction, channel)
        .chain(() -> refunds.lock(transaction, channel, id))
        .map(refund -> Objects.requireNonNull(refund, "there is no refund " + id))
        .chain(
            refund ->
                refund.hasEnded()
                    ? Uni.createFrom().item(compared(refund, outcome))
                    : conclude(transaction, refund, outcome)
                        .call(() -> withdraw(transaction, refund)));
  }

  private Refund compared(Refund ended, RefundOutcome outcome) {
    boolean isBack = ended.status() == Status.REFUNDED;
    boolean isOtherwise =
        switch (outcome) {
          case RefundOutcome.Refunded ignored -> !isBack;
          case RefundOutcome.Declined ignored -> isBack;
          case RefundOutcome.Disputed ignored -> false;
        };
    if (isOtherwise) {
      alarm.raiseEnded("refund", ended.channel(), ended.id(), ended.status(), outcome);
    }
    return ended;
  }

  private Uni<Refund> conclude(Transaction transaction, Refund refund, RefundOutcome outcome) {
    return switch (outcome) {
      case RefundOutcome.Refunded refunded ->
          clock
              .now(transaction, refund.channel())
              .call(now -> refunded(transaction, now, refund))
              .chain(
                  now ->
                      end(
                          transaction,
                          now,
                          refund.as(Status.REFUNDED, refunded.creditNote(), null)));
      case RefundOutcome.Declined declined ->
          clock
              .now(transaction, refund.channel())
              .call(now -> back(transaction, now, refund))
              .chain(
                  now ->
                      end(transaction, now, refund.as(Status.DECLINED, null, declined.reason())));
      case RefundOutcome.Disputed disputed ->
          refunds.stands(transaction, refund.as(Status.REVIEW, null, disputed.reason()));
    };
  }

  private Uni<Refund> end(Transaction transaction, ChannelNow now, Refund ended) {
    return refunds.end(transaction, ended, now.now());
  }

  private Uni<Void> refunded(Transaction transaction, ChannelNow now, Refund refund) {
    String lot = refund.lot().id();
    return lots.refunded(transaction, refund.channel(), lot, now.now())
        .chain(() -> dates.withdraw(transaction, refund.channel(), lot));
  }

  private Uni<Void> back(Transaction transaction, ChannelNow now, Refund refund) {
    return lots.refunding(transaction, refund.channel(), refund.lot().id(), null)
        .chain(
            () ->
                refund.lot().isPoints()
                    ? restorePoints(transaction, now, refund)
                    : restoreWindows(transaction, now, refund.lot()));
  }

  private Uni<Void> restorePoints(Transaction transaction, ChannelNow now, Refund refund) {
    LedgerCommand restore = new LedgerCommand.RestoreLot(refund.lot().id(), now.now());
    return account.decide(transaction, refund.channel(), restore).replaceWithVoid();
  }

  /** While there was no answer the lot covered nothing, and no window of it closed (PRE-3). */
  private Uni<Void> restoreWindows(Transaction transaction, ChannelNow now, Lot lot) {
    PurchasedLot bought =
        PurchasedLot.startingOn(lot.validFrom(), lot.item(), lot.monthlyQuantity(), lot.renew());
    return uncovered
        .cover(transaction, now, bought.item(), bought.term())
        .chain(() -> closes.firstOf(transaction, now, bought));
  }

  private Uni<Void> withdraw(Transaction transaction, Refund refund) {
    return dueWork.withdraw(transaction, refund.channel(), SettleRefund.KIND, refund.id());
  }
}
