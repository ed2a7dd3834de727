package dev.countinghouse.prepaid.limit;

import dev.countinghouse.clock.ChannelClock;
import dev.countinghouse.clock.ChannelNow;
import dev.countinghouse.prepaid.usage.BillingPeriods;
import dev.countinghouse.prepaid.usage.FindItem;
import dev.countinghouse.prepaid.usage.TakeUpUsage;
import dev.countinghouse.transaction.Transaction;
import dev.countinghouse.transaction.Transactions;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Shows a channel's limits and how much of them is used (PRE-16). */
@ApplicationScoped
class ReadLimits {

  private final Transactions transactions;
  private final ChannelClock clock;
  private final FindItem items;
  private final TakeUpUsage usage;
  private final BillingPeriods periods;
  private final UsageLimits limits;

  ReadLimits(
      Transactions transactions,
      ChannelClock clock,
      FindItem items,
      TakeUpUsage usage,
      BillingPeriods periods,
      UsageLimits limits) {
    this.transactions = transactions;
    this.clock = clock;
    this.items = items;
    this.usage = usage;
    this.periods = periods;
    this.limits = limits;
  }

  /** Of every item that has one; a price book has few items. */
  Uni<List<LimitUseView>> list(String channel) {
    return clock.now(channel).chain(now -> read(now, null));
  }

  /** Of one item, or null; an item that no book has is a problem {@code prepaid.unknown-item}. */
  Uni<@Nullable LimitUseView> find(String channel, String item) {
    return clock
        .now(channel)
        .call(now -> items.find(now, item))
        .chain(now -> read(now, item))
        .map(found -> found.isEmpty() ? null : found.getFirst());
  }

  private Uni<List<LimitUseView>> read(ChannelNow now, @Nullable String item) {
    return transactions.run(transaction -> read(transaction, now, item));
  }

  private Uni<List<LimitUseView>> read(
      Transaction transaction, ChannelNow now, @Nullable String item) {
    return usage
        .takeUpIfRipe(transaction, now)
        .chain(() -> periods.running(transaction, now))
        .chain(period -> limits.read(transaction, now.channel(), item, period));
  }
}
