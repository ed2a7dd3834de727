package dev.countinghouse.prepaid.refund;

import dev.countinghouse.prepaid.lot.Lot;
import dev.countinghouse.prepaid.lot.Lots;
import dev.countinghouse.prepaid.refund.Refund.Status;
import dev.countinghouse.prepaid.window.LockUsage;
import dev.countinghouse.transaction.Transaction;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Ends the refund of a lot that is in review as an operator says, or has it asked for again. */
@ApplicationScoped
public class ResolveRefund {

  private final LockUsage usage;
  private final Lots lots;
  private final Refunds refunds;
  private final ConcludeRefund conclude;
  private final SettleRefund settle;

  ResolveRefund(
      LockUsage usage, Lots lots, Refunds refunds, ConcludeRefund conclude, SettleRefund settle) {
    this.usage = usage;
    this.lots = lots;
    this.refunds = refunds;
    this.conclude = conclude;
    this.settle = settle;
  }

  /** What an operator found out. */
  sealed interface Resolution {

    /**
     * The money is back.
     *
     * @param creditNote its number, where there is one
     */
    record Refunded(@Nullable String creditNote) implements Resolution {}

    /** Nothing went back: the lot stays. */
    record Declined() implements Resolution {}

    /** What stood in the way is put right. */
    record AskAgain() implements Resolution {}
  }

  /** What became of it. */
  sealed interface Result {

    /** The refund as it stands now. */
    record Resolved(Refund refund) implements Result {}

    /** No refund of the lot is in review; nothing changed. */
    record NotInReview() implements Result {}

    /** The channel has no such lot. */
    record Unknown() implements Result {}
  }

  Uni<Result> resolve(
      Transaction transaction, String channel, String lotId, Resolution resolution) {
    return usage
        .lock(transaction, channel)
        .chain(() -> lots.findForUpdate(transaction, channel, lotId))
        .chain(lot -> resolve(transaction, channel, lot, resolution));
  }

  private Uni<Result> resolve(
      Transaction transaction, String channel, @Nullable Lot lot, Resolution resolution) {
    if (lot == null) {
      return Uni.createFrom().item(new Result.Unknown());
    }
    return lot.refund() == null
        ? Uni.createFrom().item(new Result.NotInReview())
        : refunds
            .lock(transaction, channel, lot.refund())
            .map(refund -> Objects.requireNonNull(refund, "a lot that is paid back has a refund"))
            .chain(refund -> resolve(transaction, refund, resolution));
  }

  private Uni<Result> resolve(Transaction transaction, Refund refund, Resolution resolution) {
    return refund.status() == Status.REVIEW
        ? apply(transaction, refund, resolution).map(Result.Resolved::new)
        : Uni.createFrom().item(new Result.NotInReview());
  }

  private Uni<Refund> apply(Transaction transaction, Refund refund, Resolution resolution) {
    return switch (resolution) {
      case Resolution.Refunded refunded ->
          conclude(transaction, refund, new RefundOutcome.Refunded(refunded.creditNote()));
      case Resolution.Declined ignored ->
          conclude(transaction, refund, new RefundOutcome.Declined(reason(refund)));
      case Resolution.AskAgain ignored ->
          refunds
              .stands(transaction, refund.as(Status.PENDING, null, null))
              .call(pending -> settle.askNow(transaction, pending));
    };
  }

  private Uni<Refund> conclude(Transaction transaction, Refund refund, RefundOutcome outcome) {
    return conclude.conclude(transaction, refund.channel(), refund.id(), outcome);
  }

  private static String reason(Refund refund) {
    return Objects.requireNonNull(refund.reason(), "what is in review has a reason");
  }
}
