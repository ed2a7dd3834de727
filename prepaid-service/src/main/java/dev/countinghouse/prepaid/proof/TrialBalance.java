package dev.countinghouse.prepaid.proof;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.countinghouse.http.Quantities;
import dev.countinghouse.prepaid.domain.Account;
import dev.countinghouse.prepaid.domain.Balances;
import dev.countinghouse.prepaid.pu.LedgerRows;
import dev.countinghouse.prepaid.pu.RebuildBalances;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * A page of the trial balance; quantities are decimal strings.
 *
 * @param totals over the whole ledger; on the first page only
 * @param next cursor of the next page; null on the last
 */
public record TrialBalance(
    @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable Totals totals,
    List<Line> items,
    @Nullable String next) {

  public TrialBalance {
    items = List.copyOf(items);
  }

  TrialBalance with(Totals sums) {
    return new TrialBalance(sums, items, next);
  }

  /**
   * One channel.
   *
   * @param accounts the journal's sum of each account
   * @param sum of all of them: 0
   * @param posted as stored
   * @param held as stored
   * @param openHolds what open holds reserve
   * @param differingLots lots whose stored points are not the journal's
   * @param uncountedEntries entries of the journal that the account does not know of; all of them
   *     where its row is missing
   * @param differs whether anything stored is not what the journal says
   */
  public record Line(
      String channel,
      Map<String, String> accounts,
      String sum,
      String posted,
      String held,
      String openHolds,
      long differingLots,
      long uncountedEntries,
      boolean differs) {

    public Line {
      accounts = Map.copyOf(accounts);
    }

    static Line of(RebuildBalances.Rebuilt account) {
      return new Line(
          account.channel(),
          named(account.journal()),
          Quantities.ofTenths(account.sumTenths()),
          Quantities.ofTenths(account.stored().postedTenths()),
          Quantities.ofTenths(account.stored().heldTenths()),
          Quantities.ofTenths(account.openHoldTenths()),
          account.differingLots(),
          account.uncountedEntries(),
          !account.isEqual());
    }
  }

  /**
   * The whole ledger.
   *
   * @param accounts the journal's sum of each account
   * @param sum of all of them: 0
   * @param posted all that is stored
   * @param held all that is stored
   * @param differs whether that is not what the journal says
   */
  public record Totals(
      Map<String, String> accounts, String sum, String posted, String held, boolean differs) {

    public Totals {
      accounts = Map.copyOf(accounts);
    }

    static Totals of(Map<Account, Long> journal, Balances stored) {
      long sum = journal.values().stream().reduce(0L, Math::addExact);
      long held = journal.getOrDefault(Account.HELD, 0L);
      long posted = Math.addExact(held, journal.getOrDefault(Account.AVAILABLE, 0L));
      return new Totals(
          named(journal),
          Quantities.ofTenths(sum),
          Quantities.ofTenths(stored.postedTenths()),
          Quantities.ofTenths(stored.heldTenths()),
          sum != 0 || !stored.equals(new Balances(posted, held)));
    }
  }

  private static Map<String, String> named(Map<Account, Long> journal) {
    Map<String, String> named = new TreeMap<>();
    journal.forEach(
        (account, tenths) -> named.put(LedgerRows.name(account), Quantities.ofTenths(tenths)));
    return named;
  }
}
