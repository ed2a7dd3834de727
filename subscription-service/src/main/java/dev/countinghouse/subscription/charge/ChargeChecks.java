package dev.countinghouse.subscription.charge;

import dev.countinghouse.contracts.internal.ChargeRequest;
import dev.countinghouse.contracts.internal.ChargeRequest.ChargeLine;
import dev.countinghouse.http.Problem;
import java.util.Optional;
import java.util.Set;

/** Whether a request for a charge can be invoiced. */
final class ChargeChecks {

  private static final Set<String> KINDS = Set.of("prepaid-purchase", "pu-top-up");

  private ChargeChecks() {}

  /**
   * What is wrong with it; empty when nothing is.
   *
   * @param currency the channel's
   */
  static Optional<Problem> problem(ChargeRequest request, String currency) {
    Problem problem = Problem.of(422, "charge.invalid", "This cannot be invoiced.");
    if (!KINDS.contains(request.kind())) {
      problem = problem.blaming("kind", "prepaid-purchase or pu-top-up");
    }
    if (!request.currency().equals(currency)) {
      problem = problem.blaming("currency", "the channel's currency, " + currency);
    }
    if (request.lines().isEmpty()
        || request.lines().stream().anyMatch(line -> line.amountMinor() < 0)
        || request.lines().stream().mapToLong(ChargeLine::amountMinor).sum() <= 0) {
      problem = problem.blaming("lines", "lines of 0 or more that sum to more than 0");
    }
    return problem.errors().isEmpty() ? Optional.empty() : Optional.of(problem);
  }
}
