package dev.countinghouse.prepaid.pu;

import dev.countinghouse.prepaid.domain.Balances;
import dev.countinghouse.transaction.Fields;
import dev.countinghouse.transaction.Transaction;
import dev.countinghouse.transaction.Transactions;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Rebuilds a channel's balances from its journal and compares them with the stored ones (PU-1). The
 * account is locked meanwhile, so that a busy channel is compared with itself.
 */
@ApplicationScoped
public class RebuildBalances {

  private static final String STORED =
      "select posted_tenths, held_tenths from pu_account where channel_id = $1 for update";

  private static final String JOURNAL =
      """
      select coalesce(sum(delta_tenths) filter (where account in ('available', 'held')), 0),
        coalesce(sum(delta_tenths) filter (where account = 'held'), 0)
      from pu_entry where channel_id = $1
      """;

  private static final String LOTS =
      """
      select count(*) from (
        select lot, coalesce(sum(delta_tenths) filter (where account = 'available'), 0) as available,
          coalesce(sum(delta_tenths) filter (where account = 'held'), 0) as held
        from pu_entry where channel_id = $1 group by lot) as journal
      full join (select lot, available_tenths, held_tenths from pu_lot where channel_id = $1) as stored
        using (lot)
      where (available, held) is distinct from (available_tenths, held_tenths)
      """;

  private final Transactions transactions;

  RebuildBalances(Transactions transactions) {
    this.transactions = transactions;
  }

  /** Compares; a channel without an account has nothing in either. */
  public Uni<Rebuilt> compare(String channel) {
    return transactions.run(transaction -> compare(transaction, channel));
  }

  private static Uni<Rebuilt> compare(Transaction transaction, String channel) {
    return transaction
        .selectFirst(STORED, channel)
        .map(RebuildBalances::balances)
        .chain(stored -> withJournal(transaction, channel, stored));
  }

  private static Uni<Rebuilt> withJournal(
      Transaction transaction, String channel, Balances stored) {
    return transaction
        .select(JOURNAL, channel)
        .map(rows -> balances(rows.get(0)))
        .chain(rebuilt -> withLots(transaction, channel, stored, rebuilt));
  }

  private static Uni<Rebuilt> withLots(
      Transaction transaction, String channel, Balances stored, Balances rebuilt) {
    return transaction
        .select(LOTS, channel)
        .map(rows -> new Rebuilt(stored, rebuilt, differing(rows)));
  }

  private static long differing(List<Fields> rows) {
    return rows.get(0).longValue(0);
  }

  private static Balances balances(@Nullable Fields row) {
    return row == null ? new Balances(0, 0) : new Balances(row.longValue(0), row.longValue(1));
  }

  /**
   * What a comparison found.
   *
   * @param stored what the account says
   * @param rebuilt what the journal says
   * @param differingLots lots whose stored points are not the journal's
   */
  public record Rebuilt(Balances stored, Balances rebuilt, long differingLots) {

    /** Whether the journal and the projections agree to the tenth. */
    public boolean isEqual() {
      return stored.equals(rebuilt) && differingLots == 0;
    }
  }
}
