package dev.countinghouse.prepaid.proof;

import dev.countinghouse.prepaid.domain.Account;
import dev.countinghouse.prepaid.domain.Balances;
import dev.countinghouse.transaction.Fields;
import dev.countinghouse.transaction.Transactions;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Adds up the whole ledger; reads all of the journal, so for operators only. */
@ApplicationScoped
class SumLedger {

  /** One statement, so that journal and projections are of the same instant. */
  private static final String SUMS =
      """
      select from_account, to_account, tenths, posted, held
      from (select coalesce(sum(posted_tenths), 0)::bigint as posted,
          coalesce(sum(held_tenths), 0)::bigint as held from pu_account) as stored
      left join (select from_account, to_account, sum(tenths)::bigint as tenths
          from pu_transfer group by from_account, to_account) as moved on true
      """;

  private final Transactions transactions;

  SumLedger(Transactions transactions) {
    this.transactions = transactions;
  }

  Uni<TrialBalance.Totals> sum() {
    return transactions.single(SUMS).map(SumLedger::totals);
  }

  private static TrialBalance.Totals totals(List<Fields> rows) {
    Map<Account, Long> journal = new EnumMap<>(Account.class);
    for (Account account : Account.values()) {
      journal.put(account, 0L);
    }
    for (Fields row : rows) {
      if (row.valueOrNull(0) != null) {
        journal.merge(account(row.string(0)), -row.longValue(2), Math::addExact);
        journal.merge(account(row.string(1)), row.longValue(2), Math::addExact);
      }
    }
    Fields stored = rows.get(0);
    return TrialBalance.Totals.of(journal, new Balances(stored.longValue(3), stored.longValue(4)));
  }

  private static Account account(String name) {
    return Account.valueOf(name.toUpperCase(Locale.ROOT));
  }
}
