package dev.countinghouse.prepaid.refund;

import dev.countinghouse.contracts.internal.RefundAnswer;
import dev.countinghouse.contracts.internal.RefundRequest;
import dev.countinghouse.transaction.Transactions;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.Objects;

/** The saga's last step with the answers that a refund can have. */
@ApplicationScoped
public class PlayedRefunds {

  static final RefundAnswer REFUNDED = new RefundAnswer(RefundAnswer.REFUNDED, "CN-1", null);
  static final RefundAnswer DECLINED =
      new RefundAnswer(RefundAnswer.DECLINED, null, "payment.declined");

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
  void conclude(String channel, String id, RefundAnswer answer) {
    await(transactions.run(tx -> conclude.conclude(tx, channel, id, answer)));
  }

  private static <T> T await(Uni<T> uni) {
    return uni.await().atMost(Duration.ofSeconds(30));
  }
}
