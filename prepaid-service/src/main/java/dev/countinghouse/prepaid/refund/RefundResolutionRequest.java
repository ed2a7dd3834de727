package dev.countinghouse.prepaid.refund;

import dev.countinghouse.http.Problem;
import dev.countinghouse.http.ProblemException;
import dev.countinghouse.prepaid.refund.ResolveRefund.Resolution;
import org.jspecify.annotations.Nullable;

/**
 * The body of {@code POST …/lots/{l}/refund/resolution}.
 *
 * @param outcome {@code refunded}, {@code declined} or {@code ask-again}
 * @param creditNote of money that is back, where there is one
 */
public record RefundResolutionRequest(@Nullable String outcome, @Nullable String creditNote) {

  Resolution resolution() {
    return switch (outcome) {
      case "refunded" -> new Resolution.Refunded(creditNote);
      case "declined" -> new Resolution.Declined();
      case "ask-again" -> new Resolution.AskAgain();
      case null, default ->
          throw new ProblemException(
              Problem.of(400, "body.invalid", "The resolution breaks a rule of this call.")
                  .blaming("outcome", "refunded, declined or ask-again"));
    };
  }
}
