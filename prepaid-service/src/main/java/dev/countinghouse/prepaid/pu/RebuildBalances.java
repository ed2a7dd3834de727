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

  private static final String ONE = "select $1::text collate \"C\" as channel_id";

  /**
   * The channels that have an account or a journal: a row that is missing must be missed. Each is
   * found from the one before by two looks into primary keys, whatever the length of its journal.
   */
  static final String PAGE =
      """
      with recursive found (channel_id, place) as (
        select least((select min(channel_id) from pu_account where channel_id > $1),
          (select min(channel_id) from pu_transfer where channel_id > $1)), 1
        union all
        select least((select min(channel_id) from pu_account where channel_id > found.channel_id),
          (select min(channel_id) from pu_transfer where channel_id > found.channel_id)), place + 1
        from found where found.channel_id is not null and place < $2)
      select channel_id from found where channel_id is not null
      """;

  private static final String LOTS =
      """
      select count(*) as differing from (
        select lot, %s as available, %s as held from pu_transfer
        where channel_id = channel.channel_id group by lot) as moved
      full join (select lot, available_tenths, held_tenths from pu_lot
        where channel_id = channel.channel_id) as stored using (lot)
      where (available, held) is distinct from (available_tenths, held_tenths)
      """
          .formatted(sum(Account.AVAILABLE), sum(Account.HELD));

  private static final String HOLDS =
      """
      select coalesce(sum(tenths), 0)::bigint as tenths from pu_hold
      where channel_id = channel.channel_id and fate = 'open'
      """;

  private static final int FIRST_SUM = 6;

  private final Transactions transactions;

  RebuildBalances(Transactions transactions) {
    this.transactions = transactions;
  }

  /** Compares one; a channel that never had points has nothing in either. */
  public Uni<Rebuilt> compare(String channel) {
    return transactions.single(comparing(ONE), channel).map(rows -> rebuilt(rows.get(0)));
  }

  /** As {@link #compare(String)}, within a transaction. */
  public Uni<Rebuilt> compare(Transaction transaction, String channel) {
    return transaction.select(comparing(ONE), channel).map(rows -> rebuilt(rows.get(0)));
  }

  /** Compares up to {@code count} channels, those after {@code channel} in the order of ids. */
  public Uni<List<Rebuilt>> compareAfter(String channel, int count) {
    return transactions
        .single(comparing(PAGE), channel, count)
        .map(rows -> rows.stream().map(RebuildBalances::rebuilt).toList());
  }

  private static String comparing(String channels) {
    return "select channel.channel_id, coalesce(posted_tenths, 0), coalesce(account.held_tenths, 0),"
        + " holds.tenths, differing, entries - coalesce(last_entry, 0), "
        + Stream.of(Account.values()).map(RebuildBalances::name).collect(Collectors.joining(", "))
        + " from ("
        + channels
        + ") as channel left join pu_account as account using (channel_id) cross join lateral (select "
        + Stream.of(Account.values())
            .map(account -> sum(account) + " as " + name(account))
            .collect(Collectors.joining(", "))
        + ", coalesce(max(entry_no) + 1, 0) as entries"
        + " from pu_transfer where channel_id = channel.channel_id) as journal"
        + " cross join lateral ("
        + HOLDS
        + ") as holds cross join lateral ("
        + LOTS
        + ") as lots order by channel.channel_id";
  }

  private static String sum(Account account) {
    return "(coalesce(sum(tenths) filter (where to_account = '%s'), 0)".formatted(name(account))
        + " - coalesce(sum(tenths) filter (where from_account = '%s'), 0))::bigint"
            .formatted(name(account));
  }

  private static String name(Account account) {
    return LedgerRows.name(account);
  }

  private static Rebuilt rebuilt(Fields row) {
    Map<Account, Long> journal = new EnumMap<>(Account.class);
    for (Account account : Account.values()) {
      journal.put(account, row.longValue(FIRST_SUM + account.ordinal()));
    }
    Balances stored = new Balances(row.longValue(1), row.longValue(2));
    return new Rebuilt(
        row.string(0), stored, row.longValue(3), row.longValue(4), row.longValue(5), journal);
  }

  /**
   * What a comparison found.
   *
   * @param stored what the account says; nothing where it has no row
   * @param openHoldTenths what its open holds reserve
   * @param differingLots lots whose stored points are not the journal's
   * @param uncountedEntries by how much the journal is longer than the account says: all of it
   *     where the account has no row
   * @param journal the sum of each account of the journal
   */
  public record Rebuilt(
      String channel,
      Balances stored,
      long openHoldTenths,
      long differingLots,
      long uncountedEntries,
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
          && uncountedEntries == 0
          && openHoldTenths == stored.heldTenths()
          && sumTenths() == 0;
    }
  }
}
