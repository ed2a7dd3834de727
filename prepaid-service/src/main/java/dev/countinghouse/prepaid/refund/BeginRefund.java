package dev.countinghouse.prepaid.refund;

import dev.countinghouse.clock.ChannelClock;
import dev.countinghouse.clock.ChannelNow;
import dev.countinghouse.clock.DueWork;
import dev.countinghouse.prepaid.PrepaidLimits;
import dev.countinghouse.prepaid.domain.LedgerCommand;
import dev.countinghouse.prepaid.domain.LedgerOutcome;
import dev.countinghouse.prepaid.domain.RefundDecision;
import dev.countinghouse.prepaid.lot.Lot;
import dev.countinghouse.prepaid.lot.Lots;
import dev.countinghouse.prepaid.pu.DecideOnAccount;
import dev.countinghouse.prepaid.usage.TakeUpUsage;
import dev.countinghouse.transaction.Transaction;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import org.jspecify.annotations.Nullable;

/**
 * The first step of a refund: checks the lot and sees to it that nothing is drawn from it any more.
 */
@ApplicationScoped
class BeginRefund {

  private final ChannelClock clock;
  private final Lots lots;
  private final Refunds refunds;
  private final TakeUpUsage usage;
  private final DecideOnAccount account;
  private final DueWork dueWork;
  private final PrepaidLimits limits;

  BeginRefund(
      ChannelClock clock,
      Lots lots,
      Refunds refunds,
      TakeUpUsage usage,
      DecideOnAccount account,
      DueWork dueWork,
      PrepaidLimits limits) {
    this.clock = clock;
    this.lots = lots;
    this.refunds = refunds;
    this.usage = usage;
    this.account = account;
    this.dueWork = dueWork;
    this.limits = limits;
  }

  /** What became of the question. */
  sealed interface Begun {

    /** It is asked for, now or before; it may have ended. */
    record Asked(Refund refund) implements Begun {}

    /** The rule is against it; nothing changed. */
    record Refused(RefundDecision why) implements Begun {}

    /** It is being paid back already, or was; nothing changed. */
    record Ended(Lot.Status status) implements Begun {}

    /** The channel has no such lot. */
    record Unknown() implements Begun {}
  }

  /**
   * Begins, or finds what was begun.
   *
   * @param id of the refund
   */
  Uni<Begun> begin(Transaction transaction, String channel, String lot, String id) {
    return clock
        .now(transaction, channel)
        .call(now -> usage.takeUpIfRipe(transaction, now))
        .chain(now -> begin(transaction, now, lot, id));
  }

  /** The lot is locked first, so that the same question asked twice at once is one refund. */
  private Uni<Begun> begin(Transaction transaction, ChannelNow now, String lotId, String id) {
    return lots.findForUpdate(transaction, now.channel(), lotId)
        .chain(
            lot ->
                refunds
                    .lock(transaction, now.channel(), id)
                    .chain(known -> begin(transaction, now, lot, known, id)));
  }

  private Uni<Begun> begin(
      Transaction transaction,
      ChannelNow now,
      @Nullable Lot lot,
      @Nullable Refund known,
      String id) {
    return known == null
        ? check(transaction, now, lot, id)
        : Uni.createFrom().item(new Begun.Asked(known));
  }

  private Uni<Begun> check(Transaction transaction, ChannelNow now, @Nullable Lot lot, String id) {
    if (lot == null) {
      return Uni.createFrom().item(new Begun.Unknown());
    }
    if (lot.refund() != null) {
      return Uni.createFrom().item(new Begun.Ended(lot.status(now.today())));
    }
    RefundDecision decision =
        RefundDecision.decide(lot.boughtAt(), now.zone(), now.now(), lot.isUntouched());
    return decision instanceof RefundDecision.Granted
        ? take(transaction, now, lot, id)
        : Uni.createFrom().item(new Begun.Refused(decision));
  }

  private Uni<Begun> take(Transaction transaction, ChannelNow now, Lot lot, String id) {
    if (!lot.isPoints()) {
      return ask(transaction, now, lot, id);
    }
    LedgerCommand refund = new LedgerCommand.RefundLot(lot.id(), now.now());
    return account
        .decide(transaction, now.channel(), refund)
        .chain(
            outcome ->
                outcome instanceof LedgerOutcome.Done
                    ? ask(transaction, now, lot, id)
                    : Uni.createFrom().item(new Begun.Refused(new RefundDecision.Touched())));
  }

  private Uni<Begun> ask(Transaction transaction, ChannelNow now, Lot lot, String id) {
    Refund refund =
        new Refund(now.channel(), id, lot, Refund.Status.PENDING, now.now(), null, null);
    return refunds
        .ask(transaction, refund)
        .call(() -> lots.refunding(transaction, now.channel(), lot.id(), id))
        .call(() -> askAgainLater(transaction, refund))
        .map(Begun.Asked::new);
  }

  private Uni<Void> askAgainLater(Transaction transaction, Refund refund) {
    return dueWork.schedule(
        transaction,
        refund.channel(),
        SettleRefund.KIND,
        refund.id(),
        refund.askedAt().plus(limits.chargeInquiryDelay()));
  }
}
