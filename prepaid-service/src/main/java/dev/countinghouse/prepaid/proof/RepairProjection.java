package dev.countinghouse.prepaid.proof;

import dev.countinghouse.clock.ChannelNow;
import dev.countinghouse.prepaid.pu.OpenAccount;
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
      update pu_account set version = version + 1, posted_tenths = moved.posted, held_tenths = moved.held,
        last_entry = moved.entries
      from (
        select coalesce(max(entry_no) + 1, 0) as entries,
          coalesce(sum(case when to_account in ('available', 'held') then tenths else 0 end
            - case when from_account in ('available', 'held') then tenths else 0 end), 0) as posted,
          coalesce(sum(case 'held' when to_account then tenths when from_account then -tenths end), 0) as held
        from pu_transfer where channel_id = $1) as moved
      where channel_id = $1
      """;

  private final RebuildBalances rebuild;
  private final OpenAccount account;
  private final RestoreLots lots;

  RepairProjection(RebuildBalances rebuild, OpenAccount account, RestoreLots lots) {
    this.rebuild = rebuild;
    this.account = account;
    this.lots = lots;
  }

  /** Compares, and where anything differs makes it again under the account's lock. */
  public Uni<Repair> repair(Transaction transaction, ChannelNow now) {
    return rebuild
        .compare(transaction, now.channel())
        .chain(found -> found.isEqual() ? nothing(found) : repair(transaction, now, found));
  }

  private static Uni<Repair> nothing(Rebuilt found) {
    return Uni.createFrom().item(new Repair(found, found));
  }

  private Uni<Repair> repair(Transaction transaction, ChannelNow now, Rebuilt found) {
    LOG.warnf("repairing the ledger of a channel: %s", found);
    String channel = now.channel();
    return lock(transaction, channel)
        .chain(() -> transaction.update(LOTS, channel))
        .chain(() -> lots.restore(transaction, now))
        .chain(() -> transaction.update(ACCOUNT, channel))
        .chain(() -> rebuild.compare(transaction, channel))
        .map(after -> new Repair(found, after));
  }

  private Uni<Void> lock(Transaction transaction, String channel) {
    return account
        .open(transaction, channel)
        .chain(() -> transaction.select(LOCK, channel))
        .replaceWithVoid();
  }

  /**
   * What was done.
   *
   * @param before as it was found
   * @param after the same when nothing differed
   */
  public record Repair(Rebuilt before, Rebuilt after) {}
}
