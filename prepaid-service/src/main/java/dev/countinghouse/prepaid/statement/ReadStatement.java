package dev.countinghouse.prepaid.statement;

import dev.countinghouse.clock.ChannelNow;
import dev.countinghouse.prepaid.domain.LotAccount;
import dev.countinghouse.prepaid.domain.LotTerm;
import dev.countinghouse.prepaid.domain.PurchasedLot;
import dev.countinghouse.prepaid.domain.WindowUse;
import dev.countinghouse.prepaid.statement.StatementView.WindowView;
import dev.countinghouse.prepaid.usage.TakeUpUsage;
import dev.countinghouse.prepaid.window.LotAccounts;
import dev.countinghouse.prepaid.window.LotAccounts.Wanted;
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
  private final StatementCursors cursors;

  ReadStatement(
      Transactions transactions,
      TakeUpUsage usage,
      LotAccounts lots,
      PeriodRows periods,
      StatementCursors cursors) {
    this.transactions = transactions;
    this.usage = usage;
    this.lots = lots;
    this.periods = periods;
    this.cursors = cursors;
  }

  /** Of a page of lots. */
  Uni<StatementView> read(ChannelNow now, Wanted wanted, StatementCursors.Part part) {
    return transactions.run(transaction -> read(transaction, now, wanted, part));
  }

  private Uni<StatementView> read(
      Transaction transaction, ChannelNow now, Wanted wanted, StatementCursors.Part part) {
    return usage
        .takeUpIfRipe(transaction, now)
        .chain(
            () -> lots.readNext(transaction, now.channel(), wanted, part.after(), part.lots() + 1))
        .chain(found -> withPeriods(transaction, now, wanted, part, found));
  }

  private Uni<StatementView> withPeriods(
      Transaction transaction,
      ChannelNow now,
      Wanted wanted,
      StatementCursors.Part part,
      List<LotAccount> found) {
    List<LotAccount> shown = found.stream().limit(part.lots()).toList();
    String next = found.size() > shown.size() ? cursors.after(now, wanted, shown.getLast()) : null;
    return periods
        .read(transaction, now, wanted.item(), wanted.from(), wanted.to())
        .map(
            of ->
                new StatementView(
                    wanted.item(),
                    wanted.from(),
                    wanted.to(),
                    windows(shown, wanted, now),
                    of,
                    next));
  }

  /** Those that have begun. */
  private static List<WindowView> windows(List<LotAccount> lots, Wanted wanted, ChannelNow now) {
    LocalDate to = earlier(wanted.to(), now.today());
    return lots.stream().flatMap(lot -> windows(lot, wanted.from(), to)).toList();
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
        Halves.text(use.postpaidHalves()),
        Halves.text(use.unbilledHalves()),
        Halves.text(account.leftAfterHalves(month)));
  }

  private static LocalDate earlier(LocalDate one, LocalDate other) {
    return one.isBefore(other) ? one : other;
  }
}
