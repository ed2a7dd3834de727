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
import io.smallrye.mutiny.Multi;
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

  /**
   * Takes up all that waits and is ripe, batch by batch: what depends on it, as a closing, must not
   * go on with a part.
   */
  public Uni<Void> takeUp(Transaction transaction, ChannelNow now) {
    return Multi.createBy()
        .repeating()
        .uni(() -> batch(transaction, now, List.of()))
        .whilst(Batch::isMore)
        .collect()
        .last()
        .chain(last -> planNext(transaction, now, last.lacksBook()));
  }

  /**
   * Takes up a batch of what waits and is ripe, and what was counted just now; due work takes up
   * what is left.
   *
   * @param fresh each piece once
   */
  Uni<Void> takeUpBatch(Transaction transaction, ChannelNow now, List<MeterCount> fresh) {
    return batch(transaction, now, fresh)
        .chain(batch -> planNext(transaction, now, batch.isMore() || batch.lacksBook()));
  }

  private Uni<Batch> batch(Transaction transaction, ChannelNow now, List<MeterCount> fresh) {
    return lock.lock(transaction, now.channel())
        .chain(() -> waiting.take(transaction, now.channel(), until(now)))
        .chain(taken -> decide(transaction, now, fresh, taken));
  }

  private Uni<Batch> decide(
      Transaction transaction, ChannelNow now, List<MeterCount> fresh, List<MeterCount> taken) {
    List<MeterCount> all = Stream.concat(taken.stream(), fresh.stream()).toList();
    if (all.isEmpty()) {
      return Uni.createFrom().item(new Batch(false, false));
    }
    return sort(transaction, now, all)
        .call(intake -> decide.decide(transaction, now, intake.byItem()))
        .call(intake -> waiting.put(transaction, now.channel(), intake.waiting()))
        .map(intake -> new Batch(isMoreRipe(intake, taken), intake.lacksBook()));
  }

  /**
   * What became of a batch.
   *
   * @param isMore whether another batch may be ripe
   * @param lacksBook whether some waits for a price book
   */
  private record Batch(boolean isMore, boolean lacksBook) {}

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

  /** What was only put back would be taken again. */
  private boolean isMoreRipe(Intake intake, List<MeterCount> taken) {
    return waiting.isFull(taken) && intake.waiting().size() < taken.size();
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
