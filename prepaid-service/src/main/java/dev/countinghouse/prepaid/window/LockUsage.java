package dev.countinghouse.prepaid.window;

import dev.countinghouse.transaction.Transaction;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;

/**
 * Orders what touches a channel's usage and windows: whoever holds the lock sees what every other
 * has committed, in statements after this one. Take it before orders, lots and the PU account, so
 * that nobody waits in a circle.
 */
@ApplicationScoped
public class LockUsage {

  private static final String LOCK =
      "select channel_id from usage_account where channel_id = $1 for update";

  private static final String OPEN =
      "insert into usage_account (channel_id) values ($1) on conflict do nothing";

  /** Holds it until the transaction ends. */
  public Uni<Void> lock(Transaction transaction, String channel) {
    return transaction
        .selectFirst(LOCK, channel)
        .chain(found -> found == null ? open(transaction, channel) : Uni.createFrom().voidItem());
  }

  private static Uni<Void> open(Transaction transaction, String channel) {
    return transaction
        .update(OPEN, channel)
        .chain(() -> transaction.select(LOCK, channel))
        .replaceWithVoid();
  }
}
