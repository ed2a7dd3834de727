package dev.countinghouse.subscription.refund;

import dev.countinghouse.clock.DueItem;
import dev.countinghouse.clock.DueWork;
import dev.countinghouse.clock.DueWorkHandler;
import dev.countinghouse.contracts.internal.RefundAnswer;
import dev.countinghouse.subscription.channel.Channel;
import dev.countinghouse.subscription.payment.AskProvider;
import dev.countinghouse.subscription.payment.PaymentSettings;
import dev.countinghouse.subscription.payment.RefundOrder;
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
  private final DueWork due;
  private final PaymentSettings settings;

  ResumeRefund(
      Transactions transactions,
      SettleRefund settle,
      AskProvider ask,
      DueWork due,
      PaymentSettings settings) {
    this.transactions = transactions;
    this.settle = settle;
    this.ask = ask;
    this.due = due;
    this.settings = settings;
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
    if (!answer.status().equals(RefundAnswer.PENDING)) {
      return Uni.createFrom().voidItem();
    }
    var next = item.dueAt().plus(settings.inquiryDelay());
    return transactions.run(tx -> due.schedule(tx, item.channel(), item.kind(), item.id(), next));
  }
}
