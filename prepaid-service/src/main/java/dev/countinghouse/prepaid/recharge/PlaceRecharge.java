package dev.countinghouse.prepaid.recharge;

import dev.countinghouse.prepaid.domain.BookItem;
import dev.countinghouse.prepaid.domain.OrderLine;
import dev.countinghouse.prepaid.order.NewOrder;
import dev.countinghouse.prepaid.order.PlaceOrder;
import dev.countinghouse.prepaid.pu.LowBalance;
import dev.countinghouse.transaction.Transaction;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Places the one order that fills an account up again (PU-5). */
@ApplicationScoped
public class PlaceRecharge implements LowBalance {

  private final Recharges recharges;
  private final PlaceOrder orders;

  PlaceRecharge(Recharges recharges, PlaceOrder orders) {
    this.recharges = recharges;
    this.orders = orders;
  }

  /** While an order is under way the account has no mark, so that nobody comes here meanwhile. */
  @Override
  public Uni<Void> reached(Transaction transaction, String channel, Instant at) {
    String order = PlaceOrder.newId();
    return recharges
        .begin(transaction, channel, order)
        .chain(units -> place(transaction, channel, order, at, units));
  }

  private Uni<Void> place(
      Transaction transaction, String channel, String order, Instant at, @Nullable Long units) {
    return units == null
        ? Uni.createFrom().voidItem()
        : recharges
            .mark(transaction, channel)
            .chain(() -> orders.place(transaction, order(channel, order, at, units)));
  }

  private static NewOrder order(String channel, String id, Instant at, long units) {
    return new NewOrder(channel, id, RechargeOrigin.NAME, channel, at, List.of(line(units)));
  }

  private static NewOrder.Line line(long units) {
    return new NewOrder.Line(new OrderLine(BookItem.POINTS, BigDecimal.valueOf(units)), false);
  }
}
