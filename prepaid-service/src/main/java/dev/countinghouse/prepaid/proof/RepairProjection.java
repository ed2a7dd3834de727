package dev.countinghouse.prepaid.proof;

import dev.countinghouse.prepaid.pu.RebuildBalances;
import dev.countinghouse.prepaid.pu.RebuildBalances.Rebuilt;
import dev.countinghouse.transaction.Transaction;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import org.jboss.logging.Logger;

/** Makes account and lots again from the journal, where they differ from it (PU-1). */
@ApplicationScoped
public class RepairProjection {

  private static final Logger LOG = Logger.getLogger(RepairProjection.class);

  private static final String LOCK =
      "select channel_id from pu_account where channel_id = $1 for update";

  private static final String LOTS =
      """
      update pu_lot as stored set available_tenths = moved.available, held_tenths = moved.held
      from (
        select lot,
          coalesce(sum(case 'available' when to_account then tenths when from_account then -tenths end), 0) as available,
          coalesce(sum(case 'held' when to_account then tenths when from_account then -tenths end), 0) as held
        from pu_lot left join pu_transfer using (channel_id, lot) where channel_id = $1 group by lot) as moved
      where stored.channel_id = $1 and stored.lot = moved.lot
        and (stored.available_tenths, stored.held_tenths) is distinct from (moved.available, moved.held)
      """;

  private static final String ACCOUNT =
      """
      update pu_account set version = version + 1, posted_tenths = $2, held_tenths = $3,
        last_entry = (select coalesce(max(entry_no) + 1, 0) from pu_transfer where channel_id = $1)
      where channel_id = $1
      """;

  private final RebuildBalances rebuild;

  RepairProjection(RebuildBalances rebuild) {
    this.rebuild = rebuild;
  }

  /** Compares, and repairs if anything differs, under the account's lock. */
  public Uni<Repair> repair(Transaction transaction, String channel) {
    return transaction
        .select(LOCK, channel)
        .chain(() -> rebuild.compare(transaction, channel))
        .chain(found -> found.isEqual() ? nothing(found) : repair(transaction, found));
  }

  private static Uni<Repair> nothing(Rebuilt found) {
    return Uni.createFrom().item(new Repair(found, found));
  }

  private Uni<Repair> repair(Transaction transaction, Rebuilt found) {
    LOG.warnf("repairing the ledger of a channel: %s", found);
    String channel = found.channel();
    long posted = found.rebuilt().postedTenths();
    long held = found.rebuilt().heldTenths();
    return transaction
        .update(LOTS, channel)
        .chain(() -> transaction.update(ACCOUNT, channel, posted, held))
        .chain(() -> rebuild.compare(transaction, channel))
        .map(after -> new Repair(found, after));
  }

  /**
   * What was done.
   *
   * @param before as it was found
   * @param after the same when nothing differed
   */
  public record Repair(Rebuilt before, Rebuilt after) {}
}
