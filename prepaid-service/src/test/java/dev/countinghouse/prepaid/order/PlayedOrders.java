package dev.countinghouse.prepaid.order;

import static org.assertj.core.api.Assertions.assertThat;

import dev.countinghouse.contracts.internal.ChargeRequest;
import dev.countinghouse.prepaid.catalogue.OpenCatalogue;
import dev.countinghouse.prepaid.domain.OrderDecision;
import dev.countinghouse.prepaid.domain.OrderDecision.Terms;
import dev.countinghouse.transaction.Transactions;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The saga's steps with the answers that a charge can have; acceptance plays the charge itself. */
@ApplicationScoped
public class PlayedOrders {

  public static final ChargeOutcome PAID = new ChargeOutcome.Paid("2024-7");
  public static final ChargeOutcome DISPUTED = new ChargeOutcome.Disputed("charge.conflict");
  public static final ChargeOutcome DECLINED = new ChargeOutcome.NotPaid("payment.declined");

  private final Transactions transactions;
  private final OpenCatalogue catalogues;
  private final CheckOrder check;
  private final PriceOrder price;
  private final ConcludeOrder conclude;
  private final PostponeOrder postpone;

  PlayedOrders(
      Transactions transactions,
      OpenCatalogue catalogues,
      CheckOrder check,
      PriceOrder price,
      ConcludeOrder conclude,
      PostponeOrder postpone) {
    this.transactions = transactions;
    this.catalogues = catalogues;
    this.check = check;
    this.price = price;
    this.conclude = conclude;
    this.postpone = postpone;
  }

  /** Prices it, if it has no price yet. */
  public Order price(String channel, String id) {
    return await(
        catalogues
            .open(channel)
            .chain(catalogue -> transactions.run(tx -> price.price(tx, catalogue, id))));
  }

  /** What subscription-service would be asked. */
  public ChargeRequest question(String channel, String id) {
    return ChargeOrder.request(price(channel, id));
  }

  /** Prices it and concludes with an answer. */
  public Order carryOut(String channel, String id, ChargeOutcome outcome) {
    price(channel, id);
    return await(transactions.run(tx -> conclude.conclude(tx, channel, id, outcome)));
  }

  /** Tries to price an order that has a price or has ended, as a second attempt would. */
  public void freezeAgain(String channel, String id) {
    Order order = price(channel, id);
    await(
        catalogues
            .open(channel)
            .chain(
                catalogue ->
                    transactions.run(
                        tx ->
                            check
                                .check(tx, catalogue, Terms.AT_ONCE, id, order.wanted())
                                .map(OrderDecision.Accepted.class::cast)
                                .chain(
                                    accepted ->
                                        price.freeze(tx, catalogue.book(), order, accepted)))));
  }

  /** As after a charge without an answer. */
  public void postpone(String channel, String id) {
    await(transactions.run(tx -> postpone.postpone(tx, channel, id)).replaceWith("done"));
  }

  /** The orders that wait for due work. */
  public List<String> due(String channel) {
    String sql = "select id from due_work where channel_id = $1 and kind = $2 order by id";
    return await(transactions.run(tx -> tx.select(sql, channel, CarryOutOrder.KIND))).stream()
        .map(row -> row.string(0))
        .toList();
  }

  /** The one order that waits for due work. */
  public String onlyDue(String channel) {
    List<String> due = due(channel);
    assertThat(due).hasSize(1);
    return due.get(0);
  }

  private static <T extends @Nullable Object> T await(Uni<T> uni) {
    return uni.await().atMost(Duration.ofSeconds(30));
  }
}
