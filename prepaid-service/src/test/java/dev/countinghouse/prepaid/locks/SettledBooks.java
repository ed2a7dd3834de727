package dev.countinghouse.prepaid.locks;

import static org.assertj.core.api.Assertions.assertThat;

import dev.countinghouse.prepaid.ManyLots;
import dev.countinghouse.prepaid.Tokens;
import dev.countinghouse.transaction.Transactions;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.hamcrest.Matchers;

/** What must be so in a channel's books, whatever was done to it and in which order. */
@ApplicationScoped
class SettledBooks {

  /** More than the service has connections, so that each of them is among these. */
  private static final int EVERY_CONNECTION = 20;

  private static final String FLUSH =
      "select pg_stat_force_next_flush()::text, pg_sleep(0.2)::text";

  private static final String DEADLOCKS =
      "select deadlocks from pg_stat_database where datname = current_database()";

  /** Paid lines without a lot, lots without a paid line, reservations that hang in the air. */
  private static final String ORDERS =
      """
      select (select count(*) from prepaid_order_line l join prepaid_order o using (channel_id, order_id)
          where o.channel_id = $1 and (o.status = 'paid') <> (l.lot_id is not null))
        + (select count(*) from lot l where l.channel_id = $1 and l.order_id <> 'ord_test' and not exists (
            select from prepaid_order_line o where o.channel_id = $1 and o.lot_id = l.lot_id))
        + (select count(*) from reservation r join prepaid_order o using (channel_id, order_id)
            where r.channel_id = $1 and (r.status = 'executed') <> (o.status = 'paid') and r.status <> 'cancelled')
      """;

  /**
   * What was used beyond allowances stands in windows or is uncovered; and uncovered is billed or
   * kept by day.
   */
  private static final String USAGE =
      """
      select coalesce(sum(2 * greatest(total - allowance, 0) - uncovered_halves), 0)::bigint - (
          select coalesce(sum(used_halves), 0)::bigint from lot_window where channel_id = $1)
        + abs(coalesce(sum(uncovered_halves - billed_halves), 0)::bigint - (
          select coalesce(sum(to_halves - from_halves), 0)::bigint from usage_uncovered where channel_id = $1))
      from usage_period where channel_id = $1
      """;

  private static final String COUNTED =
      """
      select (select coalesce(sum(total), 0)::bigint from usage_period where channel_id = $1 and item = 'workflow-action')
        + (select coalesce(sum(units), 0)::bigint from usage_withheld where channel_id = $1)
        + (select coalesce(sum(quantity), 0)::bigint from usage_waiting where channel_id = $1)
      """;

  private static final String FAILED =
      "select count(*) from due_work where channel_id = $1 and attempt > 0";

  private final Transactions transactions;
  private final ManyLots lots;
  private final Tokens tokens;

  SettledBooks(Transactions transactions, ManyLots lots, Tokens tokens) {
    this.transactions = transactions;
    this.lots = lots;
    this.tokens = tokens;
  }

  /** How often PostgreSQL has found a deadlock in this database, by its own count. */
  long deadlocks() {
    List<CompletableFuture<?>> flushed =
        IntStream.range(0, EVERY_CONNECTION)
            .<CompletableFuture<?>>mapToObj(
                connection -> transactions.single(FLUSH).subscribeAsCompletionStage())
            .toList();
    flushed.forEach(CompletableFuture::join);
    return transactions
        .single(DEADLOCKS)
        .await()
        .atMost(Duration.ofSeconds(30))
        .getFirst()
        .longValue(0);
  }

  /** Everything adds up. */
  void check(String channel, long counted) {
    tokens
        .service()
        .get("/internal/channels/" + channel + "/pu/rebuilt")
        .then()
        .statusCode(200)
        .body("equal", Matchers.equalTo(true));
    assertThat(lots.wrong(channel)).as("lots whose left and drawn are not their pool").isZero();
    assertThat(count(ORDERS, channel)).as("orders, lots, reservations that disagree").isZero();
    assertThat(count(USAGE, channel)).as("usage beyond allowances that is nowhere").isZero();
    assertThat(count(COUNTED, channel)).as("usage decided, withheld, waiting").isEqualTo(counted);
    assertThat(count(FAILED, channel)).as("due work that has failed").isZero();
  }

  private long count(String sql, String channel) {
    return lots.first(sql, channel).longValue(0);
  }
}
