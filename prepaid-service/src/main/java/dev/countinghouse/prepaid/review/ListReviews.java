package dev.countinghouse.prepaid.review;

import dev.countinghouse.http.Page;
import dev.countinghouse.http.PageQuery;
import dev.countinghouse.http.Paging;
import dev.countinghouse.transaction.Fields;
import dev.countinghouse.transaction.Transactions;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Shows what is in review, by channel and id. */
@ApplicationScoped
class ListReviews {

  static final String LIST =
      """
      select channel_id, kind, id, lot_id, reason, at from (
        select channel_id, 'order' as kind, order_id as id, null::text as lot_id, reason,
          charge_at as at
        from prepaid_order where status = 'review' and (channel_id, order_id) > ($1, $2)
        union all
        select channel_id, 'refund', refund_id, lot_id, reason, asked_at
        from refund where status = 'review' and (channel_id, refund_id) > ($1, $2)
      ) as review order by channel_id, id limit $3
      """;

  private final Transactions transactions;
  private final Paging paging;

  ListReviews(Transactions transactions, Paging paging) {
    this.transactions = transactions;
    this.paging = paging;
  }

  Uni<Page<ReviewView>> list(@Nullable String cursor, @Nullable Integer limit) {
    PageQuery query = paging.open("prepaid-reviews", List.of("", ""), cursor, limit);
    return transactions
        .single(LIST, query.text(0), query.text(1), query.fetch())
        .map(rows -> rows.stream().map(ListReviews::view).toList())
        .map(found -> paging.close(query, found, view -> List.of(view.channel(), view.id())));
  }

  private static ReviewView view(Fields row) {
    return new ReviewView(
        row.string(0),
        row.string(1),
        row.string(2),
        row.stringOrNull(3),
        row.string(4),
        row.instant(5));
  }
}
