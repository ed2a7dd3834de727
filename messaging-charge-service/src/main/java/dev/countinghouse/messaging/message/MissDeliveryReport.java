package dev.countinghouse.messaging.message;

import dev.countinghouse.clock.DueItem;
import dev.countinghouse.clock.DueWork;
import dev.countinghouse.clock.DueWorkHandler;
import dev.countinghouse.messaging.domain.MessageStatus;
import dev.countinghouse.transaction.Transactions;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;

/** No report within 72 hours: the message failed (MSG-6). */
@ApplicationScoped
public class MissDeliveryReport implements DueWorkHandler {

  static final String KIND = "message.report-missing";

  private final Transactions transactions;
  private final SettleMessage settleMessage;
  private final DueWork dueWork;

  MissDeliveryReport(Transactions transactions, SettleMessage settleMessage, DueWork dueWork) {
    this.transactions = transactions;
    this.settleMessage = settleMessage;
    this.dueWork = dueWork;
  }

  @Override
  public String kind() {
    return KIND;
  }

  @Override
  public Uni<Void> run(DueItem item) {
    return transactions.run(
        transaction ->
            settleMessage
                .execute(transaction, item.channel(), item.id(), MessageStatus.FAILED, item.dueAt())
                .chain(() -> dueWork.finish(transaction, item)));
  }
}
