package dev.countinghouse.prepaid.usage;

import dev.countinghouse.clock.ChannelClock;
import dev.countinghouse.contracts.event.UsageCounted;
import dev.countinghouse.outbox.InboxHandler;
import dev.countinghouse.outbox.IncomingEvent;
import dev.countinghouse.prepaid.domain.MeterCount;
import dev.countinghouse.transaction.Transaction;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Set;

/** Draws what metering-service has counted (PRE-6): counted usage draws as it happens. */
@ApplicationScoped
public class DrawCountedUsage implements InboxHandler {

  private final ChannelClock clock;
  private final TakeUpUsage usage;

  DrawCountedUsage(ChannelClock clock, TakeUpUsage usage) {
    this.clock = clock;
    this.usage = usage;
  }

  @Override
  public Set<String> types() {
    return Set.of(UsageCounted.TYPE);
  }

  @Override
  public Uni<Void> handle(Transaction transaction, IncomingEvent event) {
    UsageCounted counted = event.as(UsageCounted.class);
    return clock
        .now(transaction, counted.channel())
        .chain(now -> usage.takeUpBatch(transaction, now, counts(counted)));
  }

  private static List<MeterCount> counts(UsageCounted counted) {
    return counted.counts().stream()
        .map(count -> new MeterCount(counted.meter(), count.at(), count.quantity()))
        .toList();
  }
}
