package dev.countinghouse.prepaid.catalogue;

import dev.countinghouse.transaction.Fields;
import dev.countinghouse.transaction.Transaction;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** What a channel has of each item, or is about to have (PRE-11). */
@ApplicationScoped
public class BoughtQuantities {

  private static final String SUM =
      """
      select item, sum(monthly_quantity)::bigint from (
        select item, monthly_quantity from lot
        where channel_id = $1 and $2 between valid_from and valid_until and refunded_at is null
        union all
        select item, monthly_quantity from reservation
        where channel_id = $1 and status = 'reserved' and reservation_id <> $3
        union all
        select item, monthly_quantity
        from prepaid_order join prepaid_order_line using (channel_id, order_id)
        where channel_id = $1 and status in ('placed', 'priced', 'review') and order_id <> $3
      ) as bought group by item
      """;

  /**
   * Monthly quantities by item: active lots, open reservations and open orders.
   *
   * @param without a reservation or an order that does not count
   */
  public Uni<Map<String, Long>> find(
      Transaction transaction, String channel, LocalDate today, String without) {
    return transaction.select(SUM, channel, today, without).map(BoughtQuantities::byItem);
  }

  private static Map<String, Long> byItem(List<Fields> rows) {
    return rows.stream().collect(Collectors.toMap(row -> row.string(0), row -> row.longValue(1)));
  }
}
