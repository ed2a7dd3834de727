package dev.countinghouse.prepaid.lot;

import dev.countinghouse.clock.ChannelNow;
import dev.countinghouse.contracts.Ids;
import dev.countinghouse.prepaid.domain.LedgerCommand;
import dev.countinghouse.prepaid.domain.PointLot;
import dev.countinghouse.prepaid.domain.PurchasedLot;
import dev.countinghouse.prepaid.lot.CreateLot.Payment;
import dev.countinghouse.prepaid.pu.DecideOnAccount;
import dev.countinghouse.transaction.Transaction;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.ZoneOffset;

/**
 * Creates a lot of points that has been paid: what it is stands with the other lots, what is left
 * of it in the PU ledger alone (PU-1, PU-2).
 */
@ApplicationScoped
public class CreatePointLot {

  private static final int TENTHS = 10;

  private static final String INSERT =
      """
      insert into lot (channel_id, lot_id, item, monthly_quantity, pool_halves, valid_from, valid_until,
        renew, order_id, invoice, charge_minor, currency, created_at, in_ledger)
      values ($1, $2, $3, $4, $5, $6, $7, false, $8, $9, $10, $11, $12, true)
      """;

  private final DecideOnAccount account;
  private final ScheduleLotDates dates;

  CreatePointLot(DecideOnAccount account, ScheduleLotDates dates) {
    this.account = account;
    this.dates = dates;
  }

  /**
   * Creates it. Points do not renew: they are recharged when they run low (PU-5).
   *
   * @param bought its quantity is the points, all at once
   * @return its id
   */
  public Uni<String> create(
      Transaction transaction, ChannelNow now, PurchasedLot bought, Payment payment) {
    String id = Ids.create(Ids.LOT);
    LedgerCommand add =
        new LedgerCommand.AddLot(
            id,
            PointLot.Kind.PURCHASED,
            Math.multiplyExact(bought.monthlyQuantity(), TENTHS),
            bought.term().anniversary().atStartOfDay(now.zone()).toInstant(),
            now.now());
    return insert(transaction, now, id, bought, payment)
        .chain(() -> account.decide(transaction, now.channel(), add))
        .chain(() -> dates.expiring(transaction, now, id, bought.term()))
        .replaceWith(id);
  }

  private static Uni<Integer> insert(
      Transaction transaction, ChannelNow now, String id, PurchasedLot bought, Payment payment) {
    return transaction.update(
        INSERT,
        now.channel(),
        id,
        bought.item(),
        bought.monthlyQuantity(),
        Math.multiplyExact(bought.monthlyQuantity(), 2L),
        bought.term().start(),
        bought.term().lastValidDay(),
        payment.order(),
        payment.invoice(),
        payment.chargeMinor(),
        payment.currency(),
        now.now().atOffset(ZoneOffset.UTC));
  }
}
