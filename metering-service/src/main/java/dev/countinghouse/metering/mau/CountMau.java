package dev.countinghouse.metering.mau;

import dev.countinghouse.metering.domain.MauWindow;
import dev.countinghouse.transaction.Transactions;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;

/** Counts the distinct users of a window from their active days (MAU-2, MAU-3). */
@ApplicationScoped
public class CountMau {

  private final Transactions transactions;

  public CountMau(Transactions transactions) {
    this.transactions = transactions;
  }

  public Uni<Long> count(String channel, MauWindow window) {
    return transactions.run(
        tx ->
            tx.select(
                    """
                    select count(distinct user_number) from user_activity
                    where channel_id = $1 and day between $2 and $3
                    """,
                    channel,
                    window.first(),
                    window.last())
                .map(rows -> rows.getFirst().longValue(0)));
  }
}
