package dev.countinghouse.prepaid.closing;

import dev.countinghouse.clock.ChannelClock;
import dev.countinghouse.clock.ChannelNow;
import dev.countinghouse.contracts.internal.ClosingAnswer;
import dev.countinghouse.contracts.internal.ClosingRequest;
import dev.countinghouse.prepaid.domain.Book;
import dev.countinghouse.prepaid.domain.ChannelPlan;
import dev.countinghouse.prepaid.domain.ChannelPlan.Standing;
import dev.countinghouse.prepaid.domain.CountedUse;
import dev.countinghouse.prepaid.domain.Intake;
import dev.countinghouse.prepaid.domain.UsagePeriod;
import dev.countinghouse.prepaid.pricebook.PriceBooks;
import dev.countinghouse.prepaid.usage.BillingPeriods;
import dev.countinghouse.prepaid.usage.DecideUsage;
import dev.countinghouse.prepaid.usage.KnownBooks;
import dev.countinghouse.prepaid.usage.TakeUpUsage;
import dev.countinghouse.prepaid.window.LockUsage;
import dev.countinghouse.transaction.Transaction;
import dev.countinghouse.transaction.Transactions;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Closes a billing period, once, in one transaction. */
@ApplicationScoped
public class ClosePeriod {

  private final Transactions transactions;
  private final ChannelClock clock;
  private final PriceBooks books;
  private final KnownBooks known;
  private final LockUsage lock;
  private final BillingPeriods periods;
  private final TakeUpUsage usage;
  private final DecideUsage decide;
  private final BillOverage overage;
  private final Closings closings;

  ClosePeriod(
      Transactions transactions,
      ChannelClock clock,
      PriceBooks books,
      KnownBooks known,
      LockUsage lock,
      BillingPeriods periods,
      TakeUpUsage usage,
      DecideUsage decide,
      BillOverage overage,
      Closings closings) {
    this.transactions = transactions;
    this.clock = clock;
    this.books = books;
    this.known = known;
    this.lock = lock;
    this.periods = periods;
    this.usage = usage;
    this.decide = decide;
    this.overage = overage;
    this.closings = closings;
  }

  /** How it ended. */
  public sealed interface Closed {}

  /** The first answer, or the same again. */
  public record Answered(ClosingAnswer answer) implements Closed {}

  /** The period was closed with other content (PU-4). */
  public record Conflict() implements Closed {}

  /** Closes it; outside a transaction, for a price book may have to be fetched. */
  public Uni<Closed> close(String channel, ClosingRequest request) {
    return clock.now(channel).call(() -> known.fetch(channel)).chain(now -> closeBy(now, request));
  }

  private Uni<Closed> closeBy(ChannelNow now, ClosingRequest request) {
    return books
        .find(request.priceBook(), request.priceBookVersion())
        .chain(book -> transactions.run(transaction -> close(transaction, now, request, book)));
  }

  private Uni<Closed> close(
      Transaction transaction, ChannelNow now, ClosingRequest request, Book book) {
    return lock.lock(transaction, now.channel())
        .chain(() -> closings.find(transaction, now.channel(), request))
        .chain(found -> answer(transaction, now, request, book, found));
  }

  private Uni<Closed> answer(
      Transaction transaction,
      ChannelNow now,
      ClosingRequest request,
      Book book,
      @Nullable Closed found) {
    return found != null
        ? Uni.createFrom().item(found)
        : closeFirst(transaction, now, request, book).map(Answered::new);
  }

  private Uni<ClosingAnswer> closeFirst(
      Transaction transaction, ChannelNow now, ClosingRequest request, Book book) {
    UsagePeriod period = period(request);
    return periods
        .learn(transaction, now.channel(), period.on())
        .chain(() -> usage.takeUp(transaction, now))
        .chain(() -> decide.decideGauges(transaction, now, gauges(now, request, book)))
        .chain(() -> overage.bill(transaction, now, period))
        .call(answer -> closings.keep(transaction, now.channel(), request, answer));
  }

  private static UsagePeriod period(ClosingRequest request) {
    ChannelPlan plan =
        new ChannelPlan(
            Standing.PAID,
            request.plan(),
            request.priceBook(),
            request.priceBookVersion(),
            request.start(),
            request.end());
    return new UsagePeriod(plan, request.start(), request.end());
  }

  private static Map<String, List<CountedUse>> gauges(
      ChannelNow now, ClosingRequest request, Book book) {
    Map<String, List<CountedUse>> byItem = new LinkedHashMap<>();
    for (ClosingRequest.GaugeReading gauge : request.gauges()) {
      byItem.putAll(Intake.gauge(gauge.meter(), gauge.value(), period(request), now.zone(), book));
    }
    return byItem;
  }
}
