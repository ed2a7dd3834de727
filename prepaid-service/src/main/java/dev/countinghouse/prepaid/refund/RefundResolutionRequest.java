package dev.countinghouse.prepaid.refund;

import dev.countinghouse.http.Problem;
import dev.countinghouse.http.ProblemException;
import dev.countinghouse.prepaid.refund.ResolveRefund.Resolution;
import org.jspecify.annotations.Nullable;

/**
 * The body of {@code POST …/lots/{l}/refund/resolution}.
 *
 * @param refund id of the refund that is meant: a lot can be asked back more than once
 * @param outcome {@code refunded}, {@code declined} or {@code ask-again}
 * @param creditNote of money that is back; where it is named it must be the refund's
 */
public record RefundResolutionRequest(
    @Nullable String refund, @Nullable String outcome, @Nullable String creditNote) {

  Resolution resolution() {
    return switch (outcome) {
      case "refunded" -> new Resolution.Refunded(creditNote);
      case "declined" -> new Resolution.Declined();
      case "ask-again" -> new Resolution.AskAgain();
      case null, default -> throw wrong("outcome", "refunded, declined or ask-again");
    };
  }

  String refundId() {
    if (refund == null) {
      throw wrong("refund", "the id of the lot's refund");
    }
    return refund;
  }

  private static ProblemException wrong(String field, String expected) {
    return new ProblemException(
        Problem.of(400, "body.invalid", "The resolution breaks a rule of this call.")
            .blaming(field, expected));
  }
}
