package dev.countinghouse.metering.counting;

import dev.countinghouse.contracts.event.UsageCounted;
import dev.countinghouse.metering.UsageConfig;
import dev.countinghouse.metering.domain.CountableEvent;
import dev.countinghouse.metering.domain.MeteredUsage;
import dev.countinghouse.outbox.Outbox;
import dev.countinghouse.outbox.OutgoingEvent;
import dev.countinghouse.transaction.Transaction;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * Adds counted events to the totals of their meters and tells the other services, in bulk: one
 * statement for all days, one for all events.
 */
@ApplicationScoped
public class MeterCounts {

  private final Outbox outbox;
  private final int countsPerEvent;

  MeterCounts(Outbox outbox, UsageConfig config) {
    this.outbox = outbox;
    this.countsPerEvent = config.counting().countsPerEvent();
  }

  private record DayTotal(String channel, String meter, LocalDate day, long quantity) {}

  /**
   * Counts the events that a meter counts.
   *
   * @param events none of which was counted before
   */
  Uni<Void> count(Transaction transaction, List<CountableEvent> events) {
    List<MeteredUsage> usage = MeteredUsage.of(events);
    return usage.isEmpty()
        ? Uni.createFrom().voidItem()
        : add(transaction, usage).chain(() -> tell(transaction, usage));
  }

  private static Uni<Integer> add(Transaction transaction, List<MeteredUsage> usage) {
    List<DayTotal> totals = usage.stream().flatMap(each -> totals(each).stream()).toList();
    return transaction.update(
        """
        insert into meter_day as m (channel_id, meter, day, quantity)
        select * from unnest($1::text[], $2::text[], $3::date[], $4::bigint[])
          as t (channel_id, meter, day, quantity)
        order by 1, 2, 3
        on conflict (channel_id, meter, day)
        do update set quantity = m.quantity + excluded.quantity
        """,
        totals.stream().map(DayTotal::channel).toArray(String[]::new),
        totals.stream().map(DayTotal::meter).toArray(String[]::new),
        totals.stream().map(DayTotal::day).toArray(LocalDate[]::new),
        totals.stream().map(DayTotal::quantity).toArray(Long[]::new));
  }

  private static List<DayTotal> totals(MeteredUsage usage) {
    return usage.byDay().entrySet().stream()
        .map(day -> new DayTotal(usage.channel(), usage.meter().id(), day.getKey(), day.getValue()))
        .toList();
  }

  private Uni<Void> tell(Transaction transaction, List<MeteredUsage> usage) {
    return outbox.appendAll(
        transaction, usage.stream().flatMap(each -> told(each).stream()).toList());
  }

  /** One event, or several where a batch has more instants than one event may carry. */
  private List<OutgoingEvent> told(MeteredUsage usage) {
    List<UsageCounted.Count> counts =
        usage.byInstant().entrySet().stream().map(MeterCounts::count).toList();
    List<OutgoingEvent> told = new ArrayList<>();
    for (int from = 0; from < counts.size(); from += countsPerEvent) {
      told.add(event(usage, counts.subList(from, Math.min(counts.size(), from + countsPerEvent))));
    }
    return told;
  }

  private static UsageCounted.Count count(Map.Entry<Instant, Long> counted) {
    return new UsageCounted.Count(counted.getKey(), counted.getValue());
  }

  private static OutgoingEvent event(MeteredUsage usage, List<UsageCounted.Count> counts) {
    UsageCounted data = new UsageCounted(usage.channel(), usage.meter().id(), counts);
    return new OutgoingEvent(usage.channel(), UsageCounted.TYPE, data, counts.getLast().at());
  }
}
