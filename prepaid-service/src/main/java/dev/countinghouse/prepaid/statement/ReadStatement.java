package dev.countinghouse.prepaid.statement;

import dev.countinghouse.clock.ChannelNow;
import dev.countinghouse.http.Problem;
import dev.countinghouse.http.ProblemException;
import dev.countinghouse.prepaid.PrepaidLimits;
import dev.countinghouse.prepaid.domain.LotAccount;
import dev.countinghouse.prepaid.domain.LotTerm;
import dev.countinghouse.prepaid.domain.PurchasedLot;
import dev.countinghouse.prepaid.domain.WindowUse;
import dev.countinghouse.prepaid.statement.StatementView.WindowView;
import dev.countinghouse.prepaid.usage.TakeUpUsage;
import dev.countinghouse.prepaid.window.LotAccounts;
import dev.countinghouse.transaction.Transaction;
import dev.countinghouse.transaction.Transactions;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Reads the statement of an item. */
@ApplicationScoped
class ReadStatement {

  private final Transactions transactions;
  private final TakeUpUsage usage;
  private final LotAccounts lots;
  private final PeriodRows periods;
  private final PrepaidLimits limits;

  ReadStatement(
      Transactions transactions,
      TakeUpUsage usage,
      LotAccounts lots,
      PeriodRows periods,
      PrepaidLimits limits) {
    this.transactions = transactions;
    this.usage = usage;
    this.lots = lots;
    this.periods = periods;
    this.limits = limits;
  }

  /** Of the days from {@code from} to {@code to}, both included. */
  Uni<StatementView> read(ChannelNow now, String item, LocalDate from, LocalDate to) {
    return transactions.run(transaction -> read(transaction, now, item, from, to));
  }

  private Uni<StatementView> read(
      Transaction transaction, ChannelNow now, String item, LocalDate from, LocalDate to) {
    int most = limits.statementLots();
    return usage
        .takeUpIfRipe(transaction, now)
        .chain(() -> lots.read(transaction, now.channel(), item, from, to, most + 1))
        .invoke(found -> refuseMoreThan(most, found))
        .map(found -> windows(found, from, earlier(to, now.today())))
        .chain(windows -> withPeriods(transaction, now, item, from, to, windows));
  }

  private Uni<StatementView> withPeriods(
      Transaction transaction,
      ChannelNow now,
      String item,
      LocalDate from,
      LocalDate to,
      List<WindowView> windows) {
    return periods
        .read(transaction, now, item, from, to)
        .map(found -> new StatementView(item, from, to, windows, found));
  }

  private static List<WindowView> windows(List<LotAccount> lots, LocalDate from, LocalDate to) {
    return lots.stream().flatMap(lot -> windows(lot, from, to)).toList();
  }

  private static Stream<WindowView> windows(LotAccount lot, LocalDate from, LocalDate to) {
    return IntStream.range(0, LotTerm.MONTHS)
        .filter(month -> shares(lot.lot().term().window(month), from, to))
        .mapToObj(month -> window(lot, month));
  }

  private static boolean shares(LotTerm.Window window, LocalDate from, LocalDate to) {
    return window.to().isAfter(from) && !window.from().isAfter(to);
  }

  private static WindowView window(LotAccount account, int month) {
    PurchasedLot lot = account.lot();
    LotTerm.Window days = lot.term().window(month);
    WindowUse use = account.windows().get(month);
    return new WindowView(
        account.id(),
        lot.monthlyQuantity(),
        month + 1,
        days.from(),
        days.to().minusDays(1),
        use.closed(),
        Halves.text(use.usedHalves()),
        Halves.text(use.ownHalves(lot)),
        Halves.text(use.borrowedHalves(lot)),
        Halves.text(use.minimumHalves()),
        Halves.text(use.deductedHalves()),
        Halves.text(use.uncoveredHalves()),
        Halves.text(account.leftAfterHalves(month)));
  }

  private static void refuseMoreThan(int most, List<LotAccount> found) {
    if (found.size() > most) {
      throw new ProblemException(
          Problem.of(422, "prepaid.statement-too-large", "Too many lots for one statement.")
              .blaming("from", "a range with at most " + most + " lots"));
    }
  }

  private static LocalDate earlier(LocalDate one, LocalDate other) {
    return one.isBefore(other) ? one : other;
  }
}
