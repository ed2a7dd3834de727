package dev.countinghouse.prepaid.pu;

import dev.countinghouse.transaction.Transaction;
import io.smallrye.mutiny.Uni;
import java.time.Instant;

/** Is told when an account falls to its mark or below, {@code pu_account.recharge_at_tenths}. */
public interface LowBalance {

  /**
   * Called in the deciding transaction, under the account's lock, after the decision was stored.
   *
   * @param at of the decision, by the channel's clock
   */
  Uni<Void> reached(Transaction transaction, String channel, Instant at);
}
