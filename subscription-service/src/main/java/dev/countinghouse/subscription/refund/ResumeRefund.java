package dev.countinghouse.subscription.refund;

import dev.countinghouse.clock.DueItem;
import dev.countinghouse.clock.DueWorkHandler;
import dev.countinghouse.contracts.internal.RefundAnswer;
import dev.countinghouse.subscription.channel.Channel;
import dev.countinghouse.subscription.payment.AskProvider;
import dev.countinghouse.subscription.payment.RefundOrder;
import dev.countinghouse.subscription.payment.ScheduleInquiry;
import dev.countinghouse.transaction.Transactions;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Objects;

/**
 * Asks about a refund whose caller has not come back: money that is back must have its credit note.
 */
@ApplicationScoped
class ResumeRefund implements DueWorkHandler {

  static final String KIND = "refund.resume";

  private final Transactions transactions;
  private final SettleRefund settle;
  private final AskProvider ask;
  private final ScheduleInquiry inquiry;

  ResumeRefund(
      Transactions transactions, SettleRefund settle, AskProvider ask, ScheduleInquiry inquiry) {
    this.transactions = transactions;
    this.settle = settle;
    this.ask = ask;
    this.inquiry = inquiry;
  }

  @Override
  public String kind() {
    return KIND;
  }

  @Override
  public Uni<Void> run(DueItem item) {
    return transactions.run(tx -> pending(item)).chain(begun -> goOn(item, begun));
  }

  private static Uni<BeginRefund.Begun> pending(DueItem item) {
    return Channel.lock(item.channel())
        .chain(() -> Refund.of(item.channel(), item.id()))
        .map(refund -> BeginRefund.again(Objects.requireNonNull(refund)));
  }

  private Uni<Void> goOn(DueItem item, BeginRefund.Begun begun) {
    return switch (begun) {
      case BeginRefund.Begun.Done done -> Uni.createFrom().voidItem();
      case BeginRefund.Begun.Ask question -> ask(item, question.order());
    };
  }

  private Uni<Void> ask(DueItem item, RefundOrder order) {
    return ask.insisting(order)
        .chain(
            outcome ->
                transactions.run(tx -> settle.settle(tx, item.channel(), item.id(), outcome)))
        .chain(answer -> again(item, answer));
  }

  private Uni<Void> again(DueItem item, RefundAnswer answer) {
    return answer.status().equals(RefundAnswer.PENDING)
        ? inquiry.again(item)
        : Uni.createFrom().voidItem();
  }
}
