package dev.countinghouse.prepaid.pu;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import dev.countinghouse.prepaid.PrepaidLimits;
import dev.countinghouse.prepaid.domain.Hold;
import dev.countinghouse.prepaid.domain.LedgerCommand;
import dev.countinghouse.prepaid.domain.PointLot;
import dev.countinghouse.transaction.Fields;
import dev.countinghouse.transaction.Transactions;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Snapshots of accounts that were decided upon lately. One may be out of date at any time; that is
 * found out when a decision upon it is stored.
 */
@ApplicationScoped
class AccountSnapshots {

  /** One statement, so that account and lots are of one version. */
  static final String READ =
      "select lot, kind, granted_tenths, available_tenths, pu_lot.held_tenths, expires_at,"
          + " version, last_entry, sweep_due_at, recharge_at_tenths, channel_id from pu_account"
          + " left join pu_lot using (channel_id)"
          + " where channel_id = any($1) and spent is not true order by channel_id";

  private static final int VERSION = 6;
  private static final int LAST_ENTRY = 7;
  private static final int SWEEP_DUE_AT = 8;
  private static final int RECHARGE_AT = 9;
  private static final int CHANNEL = 10;

  static final String HOLDS =
      "select "
          + LedgerRows.HOLD_COLUMNS
          + ", version from pu_account left join pu_hold"
          + " on pu_hold.channel_id = pu_account.channel_id and hold_id = any($2)"
          + " where pu_account.channel_id = $1";

  private static final int VERSION_BESIDE_HOLD = 10;

  private final Transactions transactions;
  private final Cache<String, AccountSnapshot> remembered;
  private final Together<String, Optional<AccountSnapshot>> reads;

  AccountSnapshots(Transactions transactions, PrepaidLimits limits) {
    this.transactions = transactions;
    this.remembered = Caffeine.newBuilder().maximumSize(limits.accountsInMemory()).build();
    this.reads =
        new Together<>(
            limits.statementsAtOnce(),
            limits.accountsInStatement(),
            limits.statementLimit(),
            this::readAll);
  }

  /** The account, perhaps as it was a while ago; null when it does not exist. */
  Uni<@Nullable AccountSnapshot> find(String channel) {
    AccountSnapshot known = remembered.getIfPresent(channel);
    return known == null ? read(channel) : Uni.createFrom().item(known);
  }

  /**
   * The holds that {@code commands} name; null when the account is no longer at the snapshot's
   * version, for what they reserve would not be what its lots say.
   */
  Uni<@Nullable List<Hold>> holds(AccountSnapshot snapshot, List<LedgerCommand> commands) {
    return transactions
        .single(HOLDS, snapshot.channel(), LoadAccount.holdsNamed(commands))
        .map(rows -> isAt(snapshot.version(), rows) ? holds(rows) : null);
  }

  private static boolean isAt(long version, List<Fields> rows) {
    return !rows.isEmpty() && rows.get(0).longValue(VERSION_BESIDE_HOLD) == version;
  }

  private static List<Hold> holds(List<Fields> rows) {
    return rows.stream().filter(row -> row.valueOrNull(0) != null).map(LedgerRows::hold).toList();
  }

  void remember(AccountSnapshot snapshot) {
    remembered.put(snapshot.channel(), snapshot);
  }

  void forget(String channel) {
    remembered.invalidate(channel);
  }

  private Uni<@Nullable AccountSnapshot> read(String channel) {
    return reads.join(channel).map(found -> found.orElse(null));
  }

  private Uni<List<Optional<AccountSnapshot>>> readAll(List<String> channels) {
    return transactions
        .single(READ, (Object) channels.toArray(String[]::new))
        .map(rows -> inOrder(channels, rows));
  }

  private static List<Optional<AccountSnapshot>> inOrder(List<String> channels, List<Fields> rows) {
    Map<String, List<Fields>> byChannel =
        rows.stream().collect(Collectors.groupingBy(row -> row.string(CHANNEL)));
    return channels.stream()
        .map(channel -> Optional.ofNullable(byChannel.get(channel)))
        .map(found -> found.map(AccountSnapshots::snapshot))
        .toList();
  }

  private static AccountSnapshot snapshot(List<Fields> rows) {
    Fields account = rows.get(0);
    List<PointLot> lots =
        rows.stream().filter(row -> row.valueOrNull(0) != null).map(LedgerRows::lot).toList();
    return new AccountSnapshot(
        account.string(CHANNEL),
        account.longValue(VERSION),
        account.longValue(LAST_ENTRY),
        account.instantOrNull(SWEEP_DUE_AT),
        LedgerRows.markOrNull(account.valueOrNull(RECHARGE_AT)),
        lots);
  }
}
