package dev.countinghouse.prepaid.refund;

import dev.countinghouse.contracts.internal.RefundAnswer;
import dev.countinghouse.prepaid.lot.Lot;
import dev.countinghouse.prepaid.lot.Lots;
import dev.countinghouse.prepaid.refund.Refund.Status;
import dev.countinghouse.prepaid.window.LockUsage;
import dev.countinghouse.transaction.Transaction;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Ends the refund of a lot that is in review as an operator says, or has it asked for again. An end
 * is taken only where it is so at subscription-service, as in {@link
 * dev.countinghouse.prepaid.order.ResolveOrder}.
 */
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
     * @param creditNote its number, where the operator names one
     */
    record Refunded(@Nullable String creditNote) implements Resolution {}

    /** Nothing went back, and nothing will: the lot stays. */
    record Declined() implements Resolution {}

    /** What stood in the way is put right. */
    record AskAgain() implements Resolution {}
  }

  /** What became of it. */
  sealed interface Result {

    /** The refund as it stands now. */
    record Resolved(Refund refund) implements Result {}

    /** The refund is not the lot's present one, or not in review; nothing changed. */
    record NotInReview() implements Result {}

    /** Subscription-service has it otherwise on its books; nothing changed. */
    record Contradicted(RefundAnswer books) implements Result {}

    /** The channel has no such lot. */
    record Unknown() implements Result {}
  }

  /**
   * What an operator says of a refund.
   *
   * @param refund its id
   * @param books of {@link LookUpRefund}
   */
  record Claim(String lot, String refund, Resolution resolution, RefundAnswer books) {

    boolean isSo() {
      return switch (resolution) {
        case Resolution.Refunded(String note) ->
            books.status().equals(RefundAnswer.REFUNDED)
                && (note == null || note.equals(books.creditNote()));
        case Resolution.Declined() -> books.status().equals(RefundAnswer.DECLINED);
        case Resolution.AskAgain() -> true;
      };
    }
  }

  Uni<Result> resolve(Transaction transaction, String channel, Claim claim) {
    return usage
        .lock(transaction, channel)
        .chain(() -> lots.findForUpdate(transaction, channel, claim.lot()))
        .chain(lot -> resolve(transaction, channel, lot, claim));
  }

  private Uni<Result> resolve(
      Transaction transaction, String channel, @Nullable Lot lot, Claim claim) {
    if (lot == null) {
      return Uni.createFrom().item(new Result.Unknown());
    }
    return claim.refund().equals(lot.refund())
        ? refunds
            .lock(transaction, channel, claim.refund())
            .map(refund -> Objects.requireNonNull(refund, "a lot that is paid back has a refund"))
            .chain(refund -> resolve(transaction, refund, claim))
        : Uni.createFrom().item(new Result.NotInReview());
  }

  private Uni<Result> resolve(Transaction transaction, Refund refund, Claim claim) {
    if (refund.status() != Status.REVIEW) {
      return Uni.createFrom().item(new Result.NotInReview());
    }
    return claim.isSo()
        ? apply(transaction, refund, claim).map(Result.Resolved::new)
        : Uni.createFrom().item(new Result.Contradicted(claim.books()));
  }

  private Uni<Refund> apply(Transaction transaction, Refund refund, Claim claim) {
    return switch (claim.resolution()) {
      case Resolution.Refunded ignored ->
          conclude(transaction, refund, new RefundOutcome.Refunded(claim.books().creditNote()));
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
