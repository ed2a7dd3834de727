package dev.countinghouse.prepaid.purchase;

import dev.countinghouse.http.Problem;
import dev.countinghouse.http.ProblemException;
import dev.countinghouse.prepaid.order.ResolveOrder.Resolution;
import org.jspecify.annotations.Nullable;

/**
 * The body of {@code POST …/orders/{o}/resolution}.
 *
 * @param outcome {@code paid}, {@code not-paid} or {@code ask-again}
 * @param invoice of a payment that was made; where it is named it must be the charge's
 */
public record ResolutionRequest(@Nullable String outcome, @Nullable String invoice) {

  Resolution resolution() {
    return switch (outcome) {
      case "paid" -> new Resolution.Paid(invoice);
      case "not-paid" -> new Resolution.NotPaid();
      case "ask-again" -> new Resolution.AskAgain();
      case null, default ->
          throw new ProblemException(
              Problem.of(400, "body.invalid", "The resolution breaks a rule of this call.")
                  .blaming("outcome", "paid, not-paid or ask-again"));
    };
  }
}
