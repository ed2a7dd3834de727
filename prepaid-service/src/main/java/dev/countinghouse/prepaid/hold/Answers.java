package dev.countinghouse.prepaid.hold;

import dev.countinghouse.contracts.internal.HoldAnswer;
import dev.countinghouse.contracts.internal.HoldRequest;
import dev.countinghouse.contracts.internal.SettlementAnswer;
import dev.countinghouse.contracts.internal.SettlementRequest;
import dev.countinghouse.prepaid.domain.Hold;
import dev.countinghouse.prepaid.domain.LedgerOutcome;
import dev.countinghouse.prepaid.pu.LedgerRows;
import org.jspecify.annotations.Nullable;

/** What a caller that asked for many is told of each. */
final class Answers {

  static final String INSUFFICIENT = "pu.insufficient";
  static final String CONFLICT = "pu.hold-conflict";
  static final String ENDED = "pu.hold-ended";
  static final String EXCEEDS = "pu.capture-exceeds-hold";
  static final String UNKNOWN_HOLD = "pu.hold-not-found";
  static final String UNKNOWN_CHANNEL = "channel.not-found";

  private Answers() {}

  static HoldAnswer of(HoldRequest request, LedgerOutcome outcome) {
    return switch (outcome) {
      case LedgerOutcome.Held ignored ->
          new HoldAnswer(request.id(), HoldAnswer.HELD, null, request.tenths(), 0);
      case LedgerOutcome.Insufficient insufficient ->
          refused(request, INSUFFICIENT, insufficient.availableTenths());
      case LedgerOutcome.Conflict ignored -> refused(request, CONFLICT, 0);
      case LedgerOutcome.Done ignored -> throw other(outcome);
      case LedgerOutcome.LotTouched ignored -> throw other(outcome);
      case LedgerOutcome.Settled ignored -> throw other(outcome);
      case LedgerOutcome.AlreadyEnded ignored -> throw other(outcome);
      case LedgerOutcome.CaptureExceedsHold ignored -> throw other(outcome);
      case LedgerOutcome.UnknownHold ignored -> throw other(outcome);
    };
  }

  static SettlementAnswer of(SettlementRequest request, LedgerOutcome outcome) {
    return switch (outcome) {
      case LedgerOutcome.Settled settled -> answer(null, settled.hold());
      case LedgerOutcome.AlreadyEnded ended -> answer(ENDED, ended.hold());
      case LedgerOutcome.CaptureExceedsHold exceeds -> answer(EXCEEDS, exceeds.hold());
      case LedgerOutcome.UnknownHold ignored -> refused(request, UNKNOWN_HOLD);
      case LedgerOutcome.Done ignored -> throw other(outcome);
      case LedgerOutcome.LotTouched ignored -> throw other(outcome);
      case LedgerOutcome.Held ignored -> throw other(outcome);
      case LedgerOutcome.Insufficient ignored -> throw other(outcome);
      case LedgerOutcome.Conflict ignored -> throw other(outcome);
    };
  }

  static HoldAnswer unknownChannel(HoldRequest request) {
    return refused(request, UNKNOWN_CHANNEL, 0);
  }

  static SettlementAnswer unknownChannel(SettlementRequest request) {
    return refused(request, UNKNOWN_CHANNEL);
  }

  static HoldAnswer undecided(HoldRequest request, String code) {
    return new HoldAnswer(request.id(), HoldAnswer.UNDECIDED, code, request.tenths(), 0);
  }

  static SettlementAnswer undecided(SettlementRequest request, String code) {
    return new SettlementAnswer(request.id(), SettlementAnswer.UNDECIDED, code, null, 0);
  }

  private static HoldAnswer refused(HoldRequest request, String code, long availableTenths) {
    return new HoldAnswer(
        request.id(), HoldAnswer.REFUSED, code, request.tenths(), availableTenths);
  }

  private static SettlementAnswer refused(SettlementRequest request, String code) {
    return new SettlementAnswer(request.id(), SettlementAnswer.REFUSED, code, null, 0);
  }

  private static SettlementAnswer answer(@Nullable String code, Hold hold) {
    return new SettlementAnswer(
        hold.id(),
        code == null ? SettlementAnswer.SETTLED : SettlementAnswer.REFUSED,
        code,
        LedgerRows.name(hold.fate()),
        hold.fate() instanceof Hold.Fate.Captured captured ? captured.tenths() : 0);
  }

  private static IllegalStateException other(LedgerOutcome outcome) {
    return new IllegalStateException("a hold came out as " + outcome);
  }
}
