package dev.countinghouse.prepaid.hold;

import dev.countinghouse.contracts.internal.HoldAnswer;
import dev.countinghouse.contracts.internal.HoldRequest;
import dev.countinghouse.prepaid.domain.LedgerOutcome;

/** What a caller is told of its hold. */
final class Answers {

  static final String INSUFFICIENT = "pu.insufficient";
  static final String CONFLICT = "pu.hold-conflict";
  static final String UNKNOWN_CHANNEL = "channel.not-found";

  private Answers() {}

  static HoldAnswer of(HoldRequest request, LedgerOutcome outcome) {
    return switch (outcome) {
      case LedgerOutcome.Held ignored ->
          new HoldAnswer(request.id(), HoldAnswer.HELD, null, request.tenths(), 0);
      case LedgerOutcome.Insufficient insufficient ->
          refused(request, INSUFFICIENT, insufficient.availableTenths());
      case LedgerOutcome.Conflict ignored -> refused(request, CONFLICT, 0);
      case LedgerOutcome.Done ignored -> throw notOfAHold(outcome);
      case LedgerOutcome.LotTouched ignored -> throw notOfAHold(outcome);
      case LedgerOutcome.Settled ignored -> throw notOfAHold(outcome);
      case LedgerOutcome.AlreadyEnded ignored -> throw notOfAHold(outcome);
      case LedgerOutcome.CaptureExceedsHold ignored -> throw notOfAHold(outcome);
      case LedgerOutcome.UnknownHold ignored -> throw notOfAHold(outcome);
    };
  }

  static HoldAnswer unknownChannel(HoldRequest request) {
    return refused(request, UNKNOWN_CHANNEL, 0);
  }

  private static HoldAnswer refused(HoldRequest request, String code, long availableTenths) {
    return new HoldAnswer(
        request.id(), HoldAnswer.REFUSED, code, request.tenths(), availableTenths);
  }

  private static IllegalStateException notOfAHold(LedgerOutcome outcome) {
    return new IllegalStateException("placing a hold came out as " + outcome);
  }
}
