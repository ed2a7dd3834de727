package dev.countinghouse.prepaid.usage;

import dev.countinghouse.clock.ChannelNow;
import dev.countinghouse.clock.DueWork;
import dev.countinghouse.prepaid.domain.Book;
import dev.countinghouse.prepaid.domain.Intake;
import dev.countinghouse.prepaid.domain.MeterCount;
import dev.countinghouse.prepaid.domain.PlanHistory;
import dev.countinghouse.prepaid.usage.BillingPeriods.BookId;
import dev.countinghouse.prepaid.window.LockUsage;
import dev.countinghouse.transaction.Transaction;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Decides counted usage that is ripe, new or waiting, and leaves the rest waiting. */
@ApplicationScoped
public class TakeUpUsage {

  static final String KIND = "usage.take-up";

  /** A channel has one piece of such work. */
  static final String ID = "usage";

  /** Later than anything PostgreSQL is asked about here. */
  private static final Instant NO_END = Instant.parse("9999-12-31T00:00:00Z");

  private final LockUsage lock;
  private final WaitingUsage waiting;
  private final BillingPeriods periods;
  private final KnownBooks books;
  private final DecideUsage decide;
  private final DueWork dueWork;

  TakeUpUsage(
      LockUsage lock,
      WaitingUsage waiting,
      BillingPeriods periods,
      KnownBooks books,
      DecideUsage decide,
      DueWork dueWork) {
    this.lock = lock;
    this.waiting = waiting;
    this.periods = periods;
    this.books = books;
    this.decide = decide;
    this.dueWork = dueWork;
  }

  /** As {@link #takeUp}, for readers: takes no lock unless there is something to take up. */
  public Uni<Void> takeUpIfRipe(Transaction transaction, ChannelNow now) {
    return waiting
        .isRipe(transaction, now.channel(), until(now))
        .chain(ripe -> ripe ? takeUp(transaction, now) : Uni.createFrom().voidItem());
  }

  /** Takes up what waits and is ripe. */
  public Uni<Void> takeUp(Transaction transaction, ChannelNow now) {
    return takeUp(transaction, now, List.of());
  }

  /**
   * Takes up what waits and is ripe, and what was counted just now.
   *
   * @param fresh each piece once
   */
  Uni<Void> takeUp(Transaction transaction, ChannelNow now, List<MeterCount> fresh) {
    return lock.lock(transaction, now.channel())
        .chain(() -> waiting.take(transaction, now.channel(), until(now)))
        .chain(taken -> decide(transaction, now, fresh, taken));
  }

  private Uni<Void> decide(
      Transaction transaction, ChannelNow now, List<MeterCount> fresh, List<MeterCount> taken) {
    List<MeterCount> all = Stream.concat(taken.stream(), fresh.stream()).toList();
    if (all.isEmpty()) {
      return planNext(transaction, now, false);
    }
    return sort(transaction, now, all)
        .call(intake -> decide.decide(transaction, now.channel(), intake.byItem()))
        .call(intake -> waiting.put(transaction, now.channel(), intake.waiting()))
        .chain(intake -> planNext(transaction, now, isMoreRipe(intake, taken)));
  }

  private Uni<Intake> sort(Transaction transaction, ChannelNow now, List<MeterCount> counts) {
    Instant first = counts.stream().map(MeterCount::at).min(Instant::compareTo).orElseThrow();
    Instant last = counts.stream().map(MeterCount::at).max(Instant::compareTo).orElseThrow();
    return periods
        .between(transaction, now.channel(), first, last)
        .chain(history -> sort(transaction, now, counts, history));
  }

  private Uni<Intake> sort(
      Transaction transaction, ChannelNow now, List<MeterCount> counts, PlanHistory history) {
    return books.of(transaction, history).map(known -> sort(now, counts, history, known));
  }

  private static Intake sort(
      ChannelNow now, List<MeterCount> counts, PlanHistory history, Map<BookId, Book> known) {
    return Intake.of(
        counts, history, now.zone(), until(now), plan -> known.get(KnownBooks.id(plan)));
  }

  private boolean isMoreRipe(Intake intake, List<MeterCount> taken) {
    return intake.lacksBook() || (waiting.isFull(taken) && !intake.byItem().isEmpty());
  }

  /** Only a test clock leaves usage ahead of it; a live channel's runs as fast as its users. */
  private static Instant until(ChannelNow now) {
    return now.sandbox() ? now.now() : NO_END;
  }

  private Uni<Void> planNext(Transaction transaction, ChannelNow now, boolean atOnce) {
    if (atOnce) {
      return plan(transaction, now, now.now());
    }
    return now.sandbox()
        ? waiting
            .next(transaction, now.channel(), now.now())
            .chain(next -> planDayAfter(transaction, now, next))
        : Uni.createFrom().voidItem();
  }

  /** A day at a time: a test clock that stopped at every instant of usage would never arrive. */
  private Uni<Void> planDayAfter(Transaction transaction, ChannelNow now, @Nullable Instant next) {
    if (next == null) {
      return Uni.createFrom().voidItem();
    }
    LocalDate dayAfter = next.atZone(now.zone()).toLocalDate().plusDays(1);
    return plan(transaction, now, dayAfter.atStartOfDay(now.zone()).toInstant());
  }

  private Uni<Void> plan(Transaction transaction, ChannelNow now, Instant at) {
    return dueWork.schedule(transaction, now.channel(), KIND, ID, at);
  }
}
