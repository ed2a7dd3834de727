package dev.countinghouse.subscription.charge;

import dev.countinghouse.clock.DueItem;
import dev.countinghouse.clock.DueWorkHandler;
import dev.countinghouse.contracts.internal.ChargeAnswer;
import dev.countinghouse.subscription.channel.Channel;
import dev.countinghouse.subscription.payment.AskProvider;
import dev.countinghouse.subscription.payment.ScheduleInquiry;
import dev.countinghouse.transaction.Transactions;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Objects;

/**
 * Asks about a charge whose caller has not come back: money that was taken must have its invoice.
 */
@ApplicationScoped
class ResumeCharge implements DueWorkHandler {

  static final String KIND = "charge.resume";

  private final Transactions transactions;
  private final SettleCharge settle;
  private final AskProvider ask;
  private final ScheduleInquiry inquiry;

  ResumeCharge(
      Transactions transactions, SettleCharge settle, AskProvider ask, ScheduleInquiry inquiry) {
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

  private static Uni<BeginCharge.Begun> pending(DueItem item) {
    return Channel.lock(item.channel())
        .chain(() -> Charge.of(item.channel(), item.id()))
        .chain(charge -> BeginCharge.pending(Objects.requireNonNull(charge)));
  }

  private Uni<Void> goOn(DueItem item, BeginCharge.Begun begun) {
    if (!(begun instanceof BeginCharge.Begun.Ask question)) {
      return Uni.createFrom().voidItem();
    }
    return ask.insisting(question.order())
        .chain(
            outcome ->
                transactions.run(tx -> settle.settle(tx, item.channel(), item.id(), outcome)))
        .chain(answer -> again(item, answer));
  }

  private Uni<Void> again(DueItem item, ChargeAnswer answer) {
    return answer.status().equals(ChargeAnswer.PENDING)
        ? inquiry.again(item)
        : Uni.createFrom().voidItem();
  }
}
