package dev.countinghouse.prepaid.reservation;

import dev.countinghouse.clock.DueItem;
import dev.countinghouse.clock.DueWorkHandler;
import dev.countinghouse.contracts.internal.ChargeAnswer;
import dev.countinghouse.prepaid.quote.OpenCatalogue;
import dev.countinghouse.transaction.Transactions;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;

/**
 * Carries a reserved order out on its billing date (PRE-13): price and freeze, charge, conclude. It
 * can stop anywhere and be run again.
 */
@ApplicationScoped
public class ExecuteOrder implements DueWorkHandler {

  static final String KIND = "reservation.execute";

  private final Transactions transactions;
  private final OpenCatalogue catalogues;
  private final BeginExecution begin;
  private final ChargeOrder charge;
  private final ConcludeExecution conclude;
  private final PostponeExecution postpone;

  ExecuteOrder(
      Transactions transactions,
      OpenCatalogue catalogues,
      BeginExecution begin,
      ChargeOrder charge,
      ConcludeExecution conclude,
      PostponeExecution postpone) {
    this.transactions = transactions;
    this.catalogues = catalogues;
    this.begin = begin;
    this.charge = charge;
    this.conclude = conclude;
    this.postpone = postpone;
  }

  @Override
  public String kind() {
    return KIND;
  }

  @Override
  public Uni<Void> run(DueItem item) {
    return catalogues
        .open(item.channel())
        .chain(
            catalogue -> transactions.run(transaction -> begin.begin(transaction, catalogue, item)))
        .chain(lines -> chargeAndConclude(item, lines));
  }

  private Uni<Void> chargeAndConclude(DueItem item, List<Reservation> lines) {
    return lines.isEmpty()
        ? Uni.createFrom().voidItem()
        : charge
            .charge(item.channel(), lines)
            .chain(answer -> conclude(item, answer))
            .onFailure(ChargePending.class)
            .recoverWithUni(() -> postpone(item));
  }

  private Uni<Void> conclude(DueItem item, ChargeAnswer answer) {
    return transactions.run(transaction -> conclude.conclude(transaction, item, answer));
  }

  private Uni<Void> postpone(DueItem item) {
    return transactions.run(transaction -> postpone.postpone(transaction, item));
  }
}
