package dev.countinghouse.prepaid.hold;

import dev.countinghouse.prepaid.domain.Hold;
import dev.countinghouse.prepaid.pu.LedgerRows;
import dev.countinghouse.transaction.Transactions;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import org.jspecify.annotations.Nullable;

/** Reads a hold. */
@ApplicationScoped
public class FindHold {

  private static final String ONE =
      "select " + LedgerRows.HOLD_COLUMNS + " from pu_hold where channel_id = $1 and hold_id = $2";

  private final Transactions transactions;

  FindHold(Transactions transactions) {
    this.transactions = transactions;
  }

  /** The hold, or null when there is none of that id. */
  public Uni<@Nullable Hold> find(String channel, String id) {
    return transactions
        .single(ONE, channel, id)
        .map(rows -> rows.isEmpty() ? null : LedgerRows.hold(rows.get(0)));
  }
}
