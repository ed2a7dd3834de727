package dev.countinghouse.prepaid.pu;

import dev.countinghouse.clock.DueItem;
import dev.countinghouse.clock.DueWork;
import dev.countinghouse.clock.DueWorkHandler;
import dev.countinghouse.prepaid.domain.LedgerCommand;
import dev.countinghouse.transaction.Transaction;
import dev.countinghouse.transaction.Transactions;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;

/** Moves what is left of a lot to the expired points when its time has come (PU-2, TRI-4). */
@ApplicationScoped
public class ExpireLot implements DueWorkHandler {

  private final Transactions transactions;
  private final DecideOnAccount account;
  private final DueWork dueWork;

  ExpireLot(Transactions transactions, DecideOnAccount account, DueWork dueWork) {
    this.transactions = transactions;
    this.account = account;
    this.dueWork = dueWork;
  }

  @Override
  public String kind() {
    return ScheduleExpiries.LOT_KIND;
  }

  @Override
  public Uni<Void> run(DueItem item) {
    return transactions.run(transaction -> expire(transaction, item));
  }

  private Uni<Void> expire(Transaction transaction, DueItem item) {
    return account
        .decide(transaction, item.channel(), new LedgerCommand.ExpireDue(item.dueAt()))
        .chain(() -> dueWork.finish(transaction, item));
  }
}
