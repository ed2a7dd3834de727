package dev.countinghouse.prepaid.purchase;

import dev.countinghouse.http.Answer;
import dev.countinghouse.http.Problem;
import dev.countinghouse.prepaid.domain.LineFault;
import dev.countinghouse.prepaid.order.BuyAtOnce;
import dev.countinghouse.prepaid.order.Order;
import dev.countinghouse.prepaid.quote.OrderProblems;
import java.util.Objects;
import java.util.function.Function;

/** What a purchase answers. */
final class PurchaseAnswers {

  private static final String NO_METHOD = "payment.no-method";
  private static final String DECLINED = "payment.declined";

  private PurchaseAnswers() {}

  /**
   * @param field what the request calls the field of a fault
   */
  static Answer of(BuyAtOnce.Result result, Function<LineFault, String> field) {
    return switch (result) {
      case BuyAtOnce.Result.Bought bought -> of(bought.order());
      case BuyAtOnce.Result.Refused refused ->
          Answer.refused(OrderProblems.of(refused.faults(), field));
    };
  }

  static Answer of(Order order) {
    return switch (order.status()) {
      case PAID -> Answer.created(path(order), PurchaseView.of(order));
      case PLACED, PRICED, REVIEW -> new Answer(202, path(order), PurchaseView.of(order));
      case DECLINED, REFUSED -> Answer.refused(notPaid(order));
    };
  }

  static Problem unknown(String id) {
    return Problem.of(404, "prepaid.purchase-not-found", "The channel has no purchase " + id + ".");
  }

  private static Problem notPaid(Order order) {
    return problem(Objects.requireNonNull(order.reason(), "what bought nothing has a reason"))
        .with("purchase", order.id());
  }

  private static Problem problem(String reason) {
    return switch (reason) {
      case NO_METHOD ->
          Problem.of(402, NO_METHOD, "There is no payment method to charge; nothing was bought.");
      case DECLINED -> Problem.of(402, DECLINED, "The payment was declined; nothing was bought.");
      default ->
          Problem.of(409, "prepaid.not-charged", "It could not be charged; nothing was bought.")
              .with("reason", reason);
    };
  }

  private static String path(Order order) {
    return "/v1/channels/" + order.channel() + "/prepaid/purchases/" + order.id();
  }
}
