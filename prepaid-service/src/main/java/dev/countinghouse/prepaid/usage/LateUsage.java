package dev.countinghouse.prepaid.usage;

import dev.countinghouse.http.Quantities;
import dev.countinghouse.prepaid.domain.UncoveredUse;
import dev.countinghouse.prepaid.domain.UsageDecision;
import dev.countinghouse.transaction.Fields;
import dev.countinghouse.transaction.Transaction;
import io.micrometer.core.instrument.MeterRegistry;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import org.jboss.logging.Logger;

/**
 * Tells of postpaid usage that came after its subscription's last closing: no invoice follows that
 * it could stand on, unless the channel subscribes again. It is forgiven, but not in silence.
 */
@ApplicationScoped
class LateUsage {

  private static final Logger LOG = Logger.getLogger(LateUsage.class);
  private static final int TENTHS_A_HALF = 5;

  /** The period was closed, and the channel is on Free since. */
  private static final String AFTER_THE_LAST =
      """
      select late.period_start from unnest($2::timestamptz[]) as late (period_start)
      join usage_closing c on c.channel_id = $1 and c.period_start = late.period_start
      where (select standing from billing_period p where p.channel_id = $1 and p.starts_at > late.period_start
        order by p.starts_at desc limit 1) = 'free'
      """;

  private final MeterRegistry registry;

  LateUsage(MeterRegistry registry) {
    this.registry = registry;
  }

  /** Counts, in halves of a unit, what is uncovered and can stand on no invoice, by item. */
  Uni<Void> tell(Transaction transaction, String channel, Map<String, UsageDecision> decisions) {
    OffsetDateTime[] periods =
        decisions.values().stream()
            .flatMap(decision -> decision.coverage().rest().stream())
            .map(rest -> rest.period().atOffset(ZoneOffset.UTC))
            .distinct()
            .toArray(OffsetDateTime[]::new);
    return periods.length == 0
        ? Uni.createFrom().voidItem()
        : transaction
            .select(AFTER_THE_LAST, channel, periods)
            .invoke(closed -> decisions.forEach((item, of) -> tell(channel, item, of, closed)))
            .replaceWithVoid();
  }

  private void tell(String channel, String item, UsageDecision decision, List<Fields> closed) {
    long halves =
        closed.stream()
            .flatMap(row -> decision.coverage().rest().stream().filter(of -> isOf(of, row)))
            .mapToLong(UncoveredUse::halves)
            .sum();
    if (halves > 0) {
      String units = Quantities.ofTenths(halves * TENTHS_A_HALF);
      LOG.warnf("%s used %s of %s after its last closing", channel, units, item);
      registry.counter("countinghouse.usage.forgiven.halves", "item", item).increment(halves);
    }
  }

  private static boolean isOf(UncoveredUse use, Fields closed) {
    return use.period().equals(closed.instant(0));
  }
}
