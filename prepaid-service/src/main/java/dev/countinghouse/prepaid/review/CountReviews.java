package dev.countinghouse.prepaid.review;

import dev.countinghouse.transaction.Fields;
import dev.countinghouse.transaction.Transactions;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Tags;
import io.quarkus.scheduler.Scheduled;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;

/**
 * The gauge {@code countinghouse.prepaid.in-review}: how many orders and refunds wait for an
 * operator. What puts one there takes its due work off the list, so nothing else comes back to it.
 * Every pod reports the same figures, so take their maximum, not their sum.
 */
@ApplicationScoped
public class CountReviews {

  static final String GAUGE = "countinghouse.prepaid.in-review";

  static final String COUNT =
      """
      select (select count(*) from prepaid_order where status = 'review'),
        (select count(*) from refund where status = 'review')
      """;

  private final Transactions transactions;
  private final AtomicLong orders;
  private final AtomicLong refunds;

  CountReviews(Transactions transactions, MeterRegistry registry) {
    this.transactions = transactions;
    this.orders = registry.gauge(GAUGE, Tags.of("of", "order"), new AtomicLong());
    this.refunds = registry.gauge(GAUGE, Tags.of("of", "refund"), new AtomicLong());
  }

  @Scheduled(
      identity = "reviews-count",
      every = "${countinghouse.prepaid.reviews-count-every:1m}",
      concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
  Uni<Void> count() {
    return transactions.single(COUNT).invoke(this::take).replaceWithVoid();
  }

  private void take(List<Fields> rows) {
    orders.set(rows.get(0).longValue(0));
    refunds.set(rows.get(0).longValue(1));
  }
}
