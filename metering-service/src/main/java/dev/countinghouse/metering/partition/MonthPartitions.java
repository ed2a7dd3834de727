package dev.countinghouse.metering.partition;

import dev.countinghouse.clock.ChannelClock;
import dev.countinghouse.metering.UsageConfig;
import dev.countinghouse.transaction.Transactions;
import io.quarkus.runtime.StartupEvent;
import io.quarkus.scheduler.Scheduled;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import org.jboss.logging.Logger;

/** Gives the months around now their own partitions. Any number of pods may do so at once. */
@ApplicationScoped
public class MonthPartitions {

  private static final Logger LOG = Logger.getLogger(MonthPartitions.class);
  private static final List<String> TABLES = List.of("usage_event", "user_activity", "meter_day");

  private final ChannelClock clock;
  private final Transactions transactions;
  private final UsageConfig.Partitions config;

  public MonthPartitions(ChannelClock clock, Transactions transactions, UsageConfig config) {
    this.clock = clock;
    this.transactions = transactions;
    this.config = config.partitions();
  }

  private record Wanted(String table, LocalDate month) {}

  /** The default partition serves until it is done, so nobody waits for it. */
  void onStart(@Observes StartupEvent started) {
    ensure()
        .subscribe()
        .with(done -> LOG.debug("months have partitions"), e -> LOG.warn("months, later", e));
  }

  @Scheduled(every = "{countinghouse.usage.partitions.every}", delayed = "1h")
  Uni<Void> daily() {
    return ensure();
  }

  /** Makes what is missing, a partition a transaction. */
  public Uni<Void> ensure() {
    YearMonth now = YearMonth.from(clock.systemNow().atZone(ZoneOffset.UTC));
    List<Wanted> wanted = new ArrayList<>();
    for (int ahead = -config.monthsBehind(); ahead <= config.monthsAhead(); ahead++) {
      LocalDate month = now.plusMonths(ahead).atDay(1);
      TABLES.forEach(table -> wanted.add(new Wanted(table, month)));
    }
    return Multi.createFrom()
        .iterable(wanted)
        .onItem()
        .transformToUniAndConcatenate(each -> ensure(each.table(), each.month()))
        .collect()
        .last()
        .replaceWithVoid();
  }

  /** Whether it had to be made. */
  public Uni<Boolean> ensure(String table, LocalDate month) {
    return transactions.run(
        tx ->
            tx.select("select ensure_month($1, $2)", table, month)
                .map(rows -> rows.getFirst().bool(0)));
  }
}
