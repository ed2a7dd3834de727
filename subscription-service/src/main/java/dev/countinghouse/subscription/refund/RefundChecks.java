package dev.countinghouse.subscription.refund;

import dev.countinghouse.contracts.internal.ChargeRequest.ChargeLine;
import dev.countinghouse.contracts.internal.RefundRequest;
import dev.countinghouse.http.Problem;
import java.util.List;
import java.util.Optional;

/** Whether a request for a refund can be carried out at all. */
final class RefundChecks {

  /** More than any invoice; sums of so many stay far from the end of a long. */
  private static final long MOST_MINOR = 1_000_000_000_000_000L;

  private static final int MOST_LINES = 1_000;

  private RefundChecks() {}

  /**
   * What is wrong with it; empty when nothing is.
   *
   * @param currency the channel's
   */
  static Optional<Problem> problem(RefundRequest request, String currency) {
    Problem problem = Problem.of(422, "refund.invalid", "This cannot be paid back.");
    if (!request.currency().equals(currency)) {
      problem = problem.blaming("currency", "the channel's currency, " + currency);
    }
    if (!areLines(request.lines())) {
      problem =
          problem.blaming("lines", "1 to " + MOST_LINES + " lines of 0 or more, together above 0");
    }
    return problem.errors().isEmpty() ? Optional.empty() : Optional.of(problem);
  }

  private static boolean areLines(List<ChargeLine> lines) {
    return lines.size() <= MOST_LINES
        && lines.stream().allMatch(l -> l.amountMinor() >= 0 && l.amountMinor() <= MOST_MINOR)
        && lines.stream().mapToLong(ChargeLine::amountMinor).sum() > 0;
  }
}
