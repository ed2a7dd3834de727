package dev.countinghouse.prepaid;

import dev.countinghouse.transaction.Fields;
import dev.countinghouse.transaction.Transactions;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;

/** More lots of a channel than anybody would buy one by one, and what its rows say of them all. */
@ApplicationScoped
public class ManyLots {

  private static final String COPY =
      """
      insert into lot (channel_id, lot_id, item, monthly_quantity, pool_halves, left_halves, valid_from, valid_until,
        renew, order_id, invoice, charge_minor, currency, created_at, next_close)
      select channel_id, lot_id || '_' || to_char(n, 'FM000000'), item, monthly_quantity, pool_halves, left_halves,
        valid_from, valid_until, renew, order_id, invoice, charge_minor, currency, created_at, next_close
      from lot cross join generate_series(2, $2::int) as n where channel_id = $1
      """;

  /** Lots of which the pool less what the windows deducted is not what is left. */
  private static final String WRONG =
      """
      select count(*) from lot l where l.channel_id = $1 and l.left_halves <> l.pool_halves - coalesce((
        select sum(deducted_halves) from lot_window w where w.channel_id = l.channel_id and w.lot_id = l.lot_id), 0)
      """;

  private final Transactions transactions;

  ManyLots(Transactions transactions) {
    this.transactions = transactions;
  }

  /** Copies a channel's only lot until there are so many. */
  public void multiply(String channel, int lots) {
    transactions.run(tx -> tx.update(COPY, channel, lots)).await().atMost(Duration.ofMinutes(1));
  }

  /** How many lots do not agree with their windows. */
  public long wrong(String channel) {
    return first(WRONG, channel).longValue(0);
  }

  /** Changes a table: {@code lot add constraint …}. */
  public void alter(String change) {
    transactions
        .run(tx -> tx.update("alter table " + change))
        .await()
        .atMost(Duration.ofSeconds(30));
  }

  /** The first row of a query about a channel. */
  public Fields first(String sql, String channel) {
    return transactions
        .run(tx -> tx.select(sql, channel))
        .await()
        .atMost(Duration.ofSeconds(30))
        .getFirst();
  }
}
