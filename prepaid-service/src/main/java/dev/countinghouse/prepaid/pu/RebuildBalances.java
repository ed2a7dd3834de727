package dev.countinghouse.prepaid.pu;

import dev.countinghouse.prepaid.domain.Account;
import dev.countinghouse.prepaid.domain.Balances;
import dev.countinghouse.transaction.Fields;
import dev.countinghouse.transaction.Transaction;
import dev.countinghouse.transaction.Transactions;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Rebuilds balances from the journal and compares them with the stored ones (PU-1). A decision
 * writes both at once and a comparison is one statement, so a busy account is compared with itself
 * without a lock.
 */
@ApplicationScoped
public class RebuildBalances {

  private static final String ACCOUNTS =
      "select channel_id, posted_tenths, held_tenths from pu_account";

  private static final String ONE = ACCOUNTS + " where channel_id = $1";

  private static final String PAGE =
      ACCOUNTS + " where channel_id > $1 order by channel_id limit $2";

  private static final String LOTS =
      """
      select count(*) as differing from (
        select lot, %s as available, %s as held from pu_transfer
        where channel_id = account.channel_id group by lot) as moved
      full join (select lot, available_tenths, held_tenths from pu_lot
        where channel_id = account.channel_id) as stored using (lot)
      where (available, held) is distinct from (available_tenths, held_tenths)
      """
          .formatted(sum(Account.AVAILABLE), sum(Account.HELD));

  private static final String HOLDS =
      """
      select coalesce(sum(tenths), 0)::bigint as tenths from pu_hold
      where channel_id = account.channel_id and fate = 'open'
      """;

  private static final int FIRST_SUM = 5;

  private final Transactions transactions;

  RebuildBalances(Transactions transactions) {
    this.transactions = transactions;
  }

  /** Compares one; a channel without an account has nothing in either. */
  public Uni<Rebuilt> compare(String channel) {
    return transactions.single(comparing(ONE), channel).map(rows -> first(channel, rows));
  }

  /** As {@link #compare(String)}, within a transaction. */
  public Uni<Rebuilt> compare(Transaction transaction, String channel) {
    return transaction.select(comparing(ONE), channel).map(rows -> first(channel, rows));
  }

  /** Compares up to {@code count} accounts, those after {@code channel} in the order of ids. */
  public Uni<List<Rebuilt>> compareAfter(String channel, int count) {
    return transactions
        .single(comparing(PAGE), channel, count)
        .map(rows -> rows.stream().map(RebuildBalances::rebuilt).toList());
  }

  private static String comparing(String accounts) {
    return "select account.channel_id, posted_tenths, held_tenths, holds.tenths, differing, "
        + Stream.of(Account.values()).map(RebuildBalances::name).collect(Collectors.joining(", "))
        + " from ("
        + accounts
        + ") as account cross join lateral (select "
        + Stream.of(Account.values())
            .map(account -> sum(account) + " as " + name(account))
            .collect(Collectors.joining(", "))
        + " from pu_transfer where channel_id = account.channel_id) as journal"
        + " cross join lateral ("
        + HOLDS
        + ") as holds cross join lateral ("
        + LOTS
        + ") as lots order by account.channel_id";
  }

  private static String sum(Account account) {
    return "(coalesce(sum(tenths) filter (where to_account = '%s'), 0)".formatted(name(account))
        + " - coalesce(sum(tenths) filter (where from_account = '%s'), 0))::bigint"
            .formatted(name(account));
  }

  private static String name(Account account) {
    return LedgerRows.name(account);
  }

  private static Rebuilt first(String channel, List<Fields> rows) {
    return rows.isEmpty()
        ? new Rebuilt(channel, new Balances(0, 0), 0, 0, Map.of())
        : rebuilt(rows.get(0));
  }

  private static Rebuilt rebuilt(Fields row) {
    Map<Account, Long> journal = new EnumMap<>(Account.class);
    for (Account account : Account.values()) {
      journal.put(account, row.longValue(FIRST_SUM + account.ordinal()));
    }
    Balances stored = new Balances(row.longValue(1), row.longValue(2));
    return new Rebuilt(row.string(0), stored, row.longValue(3), row.longValue(4), journal);
  }

  /**
   * What a comparison found.
   *
   * @param stored what the account says
   * @param openHoldTenths what its open holds reserve
   * @param differingLots lots whose stored points are not the journal's
   * @param journal the sum of each account of the journal
   */
  public record Rebuilt(
      String channel,
      Balances stored,
      long openHoldTenths,
      long differingLots,
      Map<Account, Long> journal) {

    public Rebuilt {
      journal = Map.copyOf(journal);
    }

    /** What the journal says. */
    public Balances rebuilt() {
      long held = journal.getOrDefault(Account.HELD, 0L);
      return new Balances(Math.addExact(held, journal.getOrDefault(Account.AVAILABLE, 0L)), held);
    }

    /** Zero, as every movement's. */
    public long sumTenths() {
      return journal.values().stream().reduce(0L, Math::addExact);
    }

    /** Whether journal, account, lots and open holds agree to the tenth. */
    public boolean isEqual() {
      return stored.equals(rebuilt())
          && differingLots == 0
          && openHoldTenths == stored.heldTenths()
          && sumTenths() == 0;
    }
  }
}
