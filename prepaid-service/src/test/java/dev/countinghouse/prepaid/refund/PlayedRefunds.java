package dev.countinghouse.prepaid.refund;

import dev.countinghouse.contracts.internal.RefundRequest;
import dev.countinghouse.transaction.Transactions;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.Objects;

/** The saga's last step with the answers that a refund can have. */
@ApplicationScoped
public class PlayedRefunds {

  static final RefundOutcome REFUNDED = new RefundOutcome.Refunded("CN-1");
  static final RefundOutcome DECLINED = new RefundOutcome.Declined("payment.declined");

  private final Transactions transactions;
  private final Refunds refunds;
  private final ConcludeRefund conclude;

  PlayedRefunds(Transactions transactions, Refunds refunds, ConcludeRefund conclude) {
    this.transactions = transactions;
    this.refunds = refunds;
    this.conclude = conclude;
  }

  /** What subscription-service would be asked. */
  RefundRequest question(String channel, String id) {
    return AskRefund.request(
        Objects.requireNonNull(await(transactions.run(tx -> refunds.lock(tx, channel, id)))));
  }

  /** Concludes with an answer. */
  void conclude(String channel, String id, RefundOutcome outcome) {
    await(transactions.run(tx -> conclude.conclude(tx, channel, id, outcome)));
  }

  private static <T> T await(Uni<T> uni) {
    return uni.await().atMost(Duration.ofSeconds(30));
  }
}
