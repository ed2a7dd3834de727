package dev.countinghouse.prepaid.refund;

import dev.countinghouse.http.Answer;
import dev.countinghouse.http.Problem;
import dev.countinghouse.prepaid.domain.RefundDecision;
import dev.countinghouse.prepaid.lot.LotProblems;
import dev.countinghouse.prepaid.refund.BeginRefund.Begun;
import java.util.Objects;

/** What the question for a refund answers. */
final class RefundAnswers {

  private RefundAnswers() {}

  static Answer of(String lot, Begun begun) {
    return switch (begun) {
      case Begun.Asked asked -> of(asked.refund());
      case Begun.Refused refused -> Answer.refused(problem(refused.why()));
      case Begun.Ended ended -> Answer.refused(LotProblems.ended(ended.status()));
      case Begun.Unknown ignored -> Answer.refused(LotProblems.unknown(lot));
    };
  }

  private static Answer of(Refund refund) {
    return switch (refund.status()) {
      case REFUNDED -> Answer.created(path(refund), RefundView.of(refund));
      case PENDING, REVIEW -> new Answer(202, path(refund), RefundView.of(refund));
      case DECLINED -> Answer.refused(declined(refund));
    };
  }

  private static Problem problem(RefundDecision why) {
    return switch (why) {
      case RefundDecision.TooLate late ->
          Problem.of(409, "prepaid.refund-too-late", "A lot is paid back within 7 days only.")
              .with("until", late.until().toString());
      case RefundDecision.Touched ignored ->
          Problem.of(
              409,
              "prepaid.lot-touched",
              "Something was deducted from the lot; it is not paid back.");
      case RefundDecision.Granted ignored ->
          throw new IllegalStateException("a granted refund is no problem");
    };
  }

  private static Problem declined(Refund refund) {
    return Problem.of(
            409, "prepaid.refund-declined", "The money could not be paid back; the lot stays.")
        .with("reason", Objects.requireNonNullElse(refund.reason(), "unknown"));
  }

  private static String path(Refund refund) {
    return "/v1/channels/" + refund.channel() + "/prepaid/lots/" + refund.lot().id();
  }
}
