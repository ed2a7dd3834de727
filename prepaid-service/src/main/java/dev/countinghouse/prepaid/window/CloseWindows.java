package dev.countinghouse.prepaid.window;

import dev.countinghouse.clock.ChannelClock;
import dev.countinghouse.clock.DueItem;
import dev.countinghouse.clock.DueWork;
import dev.countinghouse.clock.DueWorkHandler;
import dev.countinghouse.prepaid.PrepaidLimits;
import dev.countinghouse.prepaid.domain.LotAccount;
import dev.countinghouse.transaction.Transaction;
import dev.countinghouse.transaction.Transactions;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;

/**
 * Closes the windows of a channel that ended on a day (PRE-3): page by page, each a transaction of
 * its own, so that memory does not grow with the lots, and what an interruption left is closed when
 * it runs again.
 */
@ApplicationScoped
public class CloseWindows implements DueWorkHandler {

  private final Transactions transactions;
  private final ChannelClock clock;
  private final LockUsage lock;
  private final LotAccounts lots;
  private final ScheduleCloses closes;
  private final DueWork dueWork;
  private final PrepaidLimits limits;

  CloseWindows(
      Transactions transactions,
      ChannelClock clock,
      LockUsage lock,
      LotAccounts lots,
      ScheduleCloses closes,
      DueWork dueWork,
      PrepaidLimits limits) {
    this.transactions = transactions;
    this.clock = clock;
    this.lock = lock;
    this.lots = lots;
    this.closes = closes;
    this.dueWork = dueWork;
    this.limits = limits;
  }

  @Override
  public String kind() {
    return ScheduleCloses.KIND;
  }

  @Override
  public Uni<Void> run(DueItem item) {
    return Multi.createBy()
        .repeating()
        .uni(AtomicInteger::new, pages -> page(item, pages.incrementAndGet()))
        .whilst(isLast -> !isLast)
        .collect()
        .last()
        .replaceWithVoid();
  }

  private Uni<Boolean> page(DueItem item, int page) {
    return transactions.run(transaction -> page(transaction, item, page));
  }

  /** One page; whether this run ends with it. */
  private Uni<Boolean> page(Transaction transaction, DueItem item, int page) {
    LocalDate end = LocalDate.parse(item.id());
    return lock.lock(transaction, item.channel())
        .chain(() -> lots.toClose(transaction, item.channel(), end, limits.closePage()))
        .call(open -> close(transaction, item, end, open))
        .chain(open -> conclude(transaction, item, open.size(), page));
  }

  private Uni<Void> close(
      Transaction transaction, DueItem item, LocalDate end, List<LotAccount> open) {
    List<LotAccount> closed = open.stream().map(lot -> lot.closeUntil(end)).toList();
    Set<LocalDate> next =
        closed.stream()
            .map(LotAccount::nextClose)
            .filter(Objects::nonNull)
            .collect(Collectors.toCollection(TreeSet::new));
    return lots.store(transaction, item.channel(), open, closed)
        .chain(() -> clock.now(transaction, item.channel()))
        .chain(now -> closes.on(transaction, now, next));
  }

  /** A page that was not full was the last; after many pages others get their turn. */
  private Uni<Boolean> conclude(Transaction transaction, DueItem item, int closed, int page) {
    if (closed < limits.closePage()) {
      return dueWork.finish(transaction, item).replaceWith(true);
    }
    return page < limits.closePages()
        ? Uni.createFrom().item(false)
        : again(transaction, item).replaceWith(true);
  }

  private Uni<Void> again(Transaction transaction, DueItem item) {
    return dueWork.schedule(transaction, item.channel(), item.kind(), item.id(), item.dueAt());
  }
}
