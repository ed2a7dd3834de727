package dev.countinghouse.prepaid.recharge;

import dev.countinghouse.clock.ChannelClock;
import dev.countinghouse.clock.ChannelNow;
import dev.countinghouse.prepaid.catalogue.Catalogue;
import dev.countinghouse.prepaid.domain.BookItem;
import dev.countinghouse.prepaid.domain.LedgerCommand;
import dev.countinghouse.prepaid.domain.LineFault;
import dev.countinghouse.prepaid.domain.OrderDecision;
import dev.countinghouse.prepaid.domain.OrderLine;
import dev.countinghouse.prepaid.order.CheckOrder;
import dev.countinghouse.prepaid.pu.DecideOnAccount;
import dev.countinghouse.transaction.Transaction;
import dev.countinghouse.transaction.Transactions;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.math.BigDecimal;
import java.util.List;

/** Switches auto-recharge on and off (PU-5). */
@ApplicationScoped
public class SwitchRecharge {

  private final Transactions transactions;
  private final ChannelClock clock;
  private final CheckOrder check;
  private final DecideOnAccount account;
  private final Recharges recharges;
  private final PlaceRecharge place;

  SwitchRecharge(
      Transactions transactions,
      ChannelClock clock,
      CheckOrder check,
      DecideOnAccount account,
      Recharges recharges,
      PlaceRecharge place) {
    this.transactions = transactions;
    this.clock = clock;
    this.check = check;
    this.account = account;
    this.recharges = recharges;
    this.place = place;
  }

  /** What became of switching it on. */
  sealed interface Result {

    /** It is on. */
    record On() implements Result {}

    /** Such a purchase would be refused; nothing changed. */
    record Refused(List<LineFault> faults) implements Result {
      public Refused {
        faults = List.copyOf(faults);
      }
    }
  }

  /**
   * Switches it on, or changes it. Points that are at the threshold already, or below, are filled
   * up at once.
   *
   * @param units what one purchase buys; checked like a top-up of now
   */
  Uni<Result> on(Catalogue catalogue, long thresholdTenths, BigDecimal units) {
    List<OrderLine> lines = List.of(new OrderLine(BookItem.POINTS, units));
    return transactions.run(
        transaction ->
            check
                .check(transaction, catalogue, OrderDecision.Terms.AT_ONCE, "", lines)
                .chain(decision -> on(transaction, catalogue, thresholdTenths, units, decision)));
  }

  private Uni<Result> on(
      Transaction transaction,
      Catalogue catalogue,
      long thresholdTenths,
      BigDecimal units,
      OrderDecision decision) {
    return switch (decision) {
      case OrderDecision.Refused refused ->
          Uni.createFrom().item(new Result.Refused(refused.faults()));
      case OrderDecision.Accepted ignored ->
          on(transaction, catalogue.now().channel(), thresholdTenths, units.longValueExact())
              .replaceWith(new Result.On());
    };
  }

  private Uni<Void> on(Transaction transaction, String channel, long thresholdTenths, long units) {
    return open(transaction, channel)
        .chain(
            now ->
                recharges
                    .switchOn(transaction, channel, thresholdTenths, units)
                    .chain(() -> recharges.mark(transaction, channel))
                    .chain(left -> fillUp(transaction, now, left, thresholdTenths)));
  }

  private Uni<Void> fillUp(
      Transaction transaction, ChannelNow now, long availableTenths, long thresholdTenths) {
    return availableTenths <= thresholdTenths
        ? place.reached(transaction, now.channel(), now.now())
        : Uni.createFrom().voidItem();
  }

  /** Switches it off; a purchase that is under way goes on. */
  Uni<Void> off(String channel) {
    return transactions.run(
        transaction ->
            open(transaction, channel)
                .chain(() -> recharges.switchOff(transaction, channel, null))
                .chain(() -> recharges.mark(transaction, channel))
                .replaceWithVoid());
  }

  /** Locks the account, opens it where there is none, and ends what is due. */
  private Uni<ChannelNow> open(Transaction transaction, String channel) {
    return clock
        .now(transaction, channel)
        .chain(
            now ->
                account
                    .decide(transaction, channel, new LedgerCommand.ExpireDue(now.now()))
                    .replaceWith(now));
  }
}
