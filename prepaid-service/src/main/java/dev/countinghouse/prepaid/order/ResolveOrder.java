package dev.countinghouse.prepaid.order;

import dev.countinghouse.clock.ChannelClock;
import dev.countinghouse.clock.DueWork;
import dev.countinghouse.contracts.internal.ChargeAnswer;
import dev.countinghouse.prepaid.order.Order.Status;
import dev.countinghouse.prepaid.window.LockUsage;
import dev.countinghouse.transaction.Transaction;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Ends an order that is in review as an operator says, or has its charge asked for again. An end is
 * taken only where it is so at subscription-service, for money that moves there without goods here,
 * or goods without money, could not be put right.
 */
@ApplicationScoped
public class ResolveOrder {

  private final ChannelClock clock;
  private final LockUsage usage;
  private final Orders orders;
  private final ConcludeOrder conclude;
  private final DueWork dueWork;

  ResolveOrder(
      ChannelClock clock, LockUsage usage, Orders orders, ConcludeOrder conclude, DueWork dueWork) {
    this.clock = clock;
    this.usage = usage;
    this.orders = orders;
    this.conclude = conclude;
    this.dueWork = dueWork;
  }

  /** What an operator found out. */
  public sealed interface Resolution {

    /**
     * The money was taken: the lots are due.
     *
     * @param invoice its number, where the operator names one
     */
    record Paid(@Nullable String invoice) implements Resolution {}

    /** Nothing was taken, and nothing will be: nothing is bought. */
    record NotPaid() implements Resolution {}

    /** What stood in the way is put right. */
    record AskAgain() implements Resolution {}
  }

  /** What became of it. */
  public sealed interface Result {

    /** The order as it stands now. */
    record Resolved(Order order) implements Result {}

    /** It is not in review; nothing changed. */
    record NotInReview(Order order) implements Result {}

    /** Subscription-service has it otherwise on its books; nothing changed. */
    record Contradicted(ChargeAnswer books) implements Result {}

    /** The channel has no such order. */
    record Unknown() implements Result {}
  }

  /**
   * Resolves it; whoever placed the order is told how it ended.
   *
   * @param books of {@link LookUpCharge}
   */
  public Uni<Result> resolve(
      Transaction transaction,
      String channel,
      String id,
      Resolution resolution,
      ChargeAnswer books) {
    return usage
        .lock(transaction, channel)
        .chain(() -> orders.findForUpdate(transaction, channel, id))
        .chain(found -> resolve(transaction, found, resolution, books));
  }

  private Uni<Result> resolve(
      Transaction transaction, @Nullable Order found, Resolution resolution, ChargeAnswer books) {
    if (found == null) {
      return Uni.createFrom().item(new Result.Unknown());
    }
    if (found.status() != Status.REVIEW) {
      return Uni.createFrom().item(new Result.NotInReview(found));
    }
    return isSo(resolution, books)
        ? apply(transaction, found, resolution, books).map(Result.Resolved::new)
        : Uni.createFrom().item(new Result.Contradicted(books));
  }

  private static boolean isSo(Resolution resolution, ChargeAnswer books) {
    return switch (resolution) {
      case Resolution.Paid(String invoice) ->
          books.status().equals(ChargeAnswer.PAID)
              && (invoice == null || invoice.equals(books.invoice()));
      case Resolution.NotPaid() -> books.status().equals(ChargeAnswer.DECLINED);
      case Resolution.AskAgain() -> true;
    };
  }

  private Uni<Order> apply(
      Transaction transaction, Order order, Resolution resolution, ChargeAnswer books) {
    return switch (resolution) {
      case Resolution.Paid ignored ->
          conclude(transaction, order, new ChargeOutcome.Paid(books.invoice()));
      case Resolution.NotPaid ignored ->
          conclude(transaction, order, new ChargeOutcome.NotPaid(reason(order)));
      case Resolution.AskAgain ignored ->
          orders.askAgain(transaction, order).call(priced -> schedule(transaction, priced));
    };
  }

  private Uni<Order> conclude(Transaction transaction, Order order, ChargeOutcome outcome) {
    return conclude.conclude(transaction, order.channel(), order.id(), outcome);
  }

  private Uni<Void> schedule(Transaction transaction, Order order) {
    return clock
        .now(transaction, order.channel())
        .chain(
            now ->
                dueWork.schedule(
                    transaction, order.channel(), CarryOutOrder.KIND, order.id(), now.now()));
  }

  private static String reason(Order order) {
    return Objects.requireNonNull(order.reason(), "what is in review has a reason");
  }
}
