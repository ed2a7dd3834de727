package dev.countinghouse.prepaid.lot;

import dev.countinghouse.clock.ChannelClock;
import dev.countinghouse.clock.ChannelNow;
import dev.countinghouse.transaction.Transaction;
import dev.countinghouse.transaction.Transactions;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import org.jspecify.annotations.Nullable;

/** Switches a lot's renewal, at any time until it ends (PRE-14). */
@ApplicationScoped
public class ChangeLot {

  private final Transactions transactions;
  private final ChannelClock clock;
  private final Lots lots;

  ChangeLot(Transactions transactions, ChannelClock clock, Lots lots) {
    this.transactions = transactions;
    this.clock = clock;
    this.lots = lots;
  }

  /** What became of the change. */
  sealed interface Result {

    /** It is as asked, now or already before. */
    record Changed(LotView lot) implements Result {}

    /** The lot has ended, or is being paid back; nothing changed. */
    record Ended(Lot.Status status) implements Result {}

    /** Points do not renew; nothing changed. */
    record NotRenewable() implements Result {}

    /** The channel has no such lot. */
    record Unknown() implements Result {}
  }

  Uni<Result> renew(String channel, String id, boolean renew) {
    return clock
        .now(channel)
        .chain(now -> transactions.run(transaction -> renew(transaction, now, id, renew)));
  }

  private Uni<Result> renew(Transaction transaction, ChannelNow now, String id, boolean renew) {
    return lots.findForUpdate(transaction, now.channel(), id)
        .chain(lot -> decided(transaction, now, lot, renew));
  }

  private Uni<Result> decided(
      Transaction transaction, ChannelNow now, @Nullable Lot lot, boolean renew) {
    if (lot == null) {
      return Uni.createFrom().item(new Result.Unknown());
    }
    Lot.Status status = lot.status(now.today());
    if (status != Lot.Status.ACTIVE && status != Lot.Status.UPCOMING) {
      return Uni.createFrom().item(new Result.Ended(status));
    }
    if (lot.isPoints()) {
      return Uni.createFrom().item(new Result.NotRenewable());
    }
    Lot changed = lot.withRenew(renew);
    return lots.renew(transaction, now.channel(), changed)
        .replaceWith(new Result.Changed(LotView.of(changed, now.today())));
  }
}
