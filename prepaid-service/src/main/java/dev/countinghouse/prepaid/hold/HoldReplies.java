package dev.countinghouse.prepaid.hold;

import dev.countinghouse.http.Problem;
import dev.countinghouse.http.ProblemException;
import dev.countinghouse.http.Quantities;
import dev.countinghouse.prepaid.domain.Hold;
import dev.countinghouse.prepaid.domain.LedgerOutcome;
import dev.countinghouse.prepaid.pu.LedgerRows;

/** What a caller that asked for one hold is told: the hold, or the problem that refuses it. */
final class HoldReplies {

  private HoldReplies() {}

  static HoldView placed(String channel, LedgerOutcome outcome) {
    return switch (outcome) {
      case LedgerOutcome.Held held -> HoldView.of(channel, held.hold());
      case LedgerOutcome.Insufficient insufficient ->
          throw new ProblemException(insufficient(insufficient));
      case LedgerOutcome.Conflict ignored -> throw new ProblemException(conflict());
      case LedgerOutcome.Done ignored -> throw other(outcome);
      case LedgerOutcome.LotTouched ignored -> throw other(outcome);
      case LedgerOutcome.Settled ignored -> throw other(outcome);
      case LedgerOutcome.AlreadyEnded ignored -> throw other(outcome);
      case LedgerOutcome.CaptureExceedsHold ignored -> throw other(outcome);
      case LedgerOutcome.UnknownHold ignored -> throw other(outcome);
    };
  }

  static HoldView settled(String channel, LedgerOutcome outcome) {
    return switch (outcome) {
      case LedgerOutcome.Settled settled -> HoldView.of(channel, settled.hold());
      case LedgerOutcome.AlreadyEnded ended -> throw new ProblemException(ended(ended.hold()));
      case LedgerOutcome.CaptureExceedsHold exceeds ->
          throw new ProblemException(exceeds(exceeds.hold()));
      case LedgerOutcome.UnknownHold hold -> throw new ProblemException(unknown(hold.id()));
      case LedgerOutcome.Done ignored -> throw other(outcome);
      case LedgerOutcome.LotTouched ignored -> throw other(outcome);
      case LedgerOutcome.Held ignored -> throw other(outcome);
      case LedgerOutcome.Insufficient ignored -> throw other(outcome);
      case LedgerOutcome.Conflict ignored -> throw other(outcome);
    };
  }

  static Problem unknown(String id) {
    return Problem.of(404, Answers.UNKNOWN_HOLD, "There is no hold " + id + ".");
  }

  private static Problem insufficient(LedgerOutcome.Insufficient insufficient) {
    return Problem.of(409, Answers.INSUFFICIENT, "There are not enough points for this hold.")
        .with("needed", Quantities.ofTenths(insufficient.hold().tenths()))
        .with("available", Quantities.ofTenths(insufficient.availableTenths()));
  }

  private static Problem conflict() {
    return Problem.of(409, Answers.CONFLICT, "That id was used for a hold of other content.");
  }

  private static Problem ended(Hold hold) {
    return Problem.of(409, Answers.ENDED, "The hold has ended in another way.")
        .with("holdStatus", LedgerRows.name(hold.fate()));
  }

  private static Problem exceeds(Hold hold) {
    return Problem.of(422, Answers.EXCEEDS, "More is to be captured than is held.")
        .blaming("tenths", "at most " + hold.tenths())
        .with("held", Quantities.ofTenths(hold.tenths()));
  }

  private static IllegalStateException other(LedgerOutcome outcome) {
    return new IllegalStateException("a hold came out as " + outcome);
  }
}
