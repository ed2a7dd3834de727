package dev.countinghouse.prepaid.hold;

import dev.countinghouse.contracts.internal.HoldAnswer;
import dev.countinghouse.prepaid.domain.LedgerOutcome;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** Counts what becomes of holds. */
@ApplicationScoped
class HoldMetrics {

  private final MeterRegistry registry;
  private final Map<String, Counter> holds = new ConcurrentHashMap<>();
  private final Map<String, Counter> settlements = new ConcurrentHashMap<>();

  HoldMetrics(MeterRegistry registry) {
    this.registry = registry;
  }

  private Counter ofHolds(String outcome) {
    return registry.counter("countinghouse.pu.holds", "outcome", outcome);
  }

  private Counter ofSettlements(String outcome) {
    return registry.counter("countinghouse.pu.settlements", "outcome", outcome);
  }

  /** {@code countinghouse.pu.holds{outcome}}: held, or the code of the refusal. */
  void count(HoldAnswer answer) {
    String code = answer.code();
    hold(code == null ? answer.status() : code);
  }

  /**
   * {@code countinghouse.pu.settlements{outcome}}; {@code countinghouse.pu.holds{outcome}} of a
   * hold that was placed by itself.
   */
  void count(LedgerOutcome outcome) {
    switch (outcome) {
      case LedgerOutcome.Held ignored -> hold(HoldAnswer.HELD);
      case LedgerOutcome.Insufficient ignored -> hold(Answers.INSUFFICIENT);
      case LedgerOutcome.Conflict ignored -> hold(Answers.CONFLICT);
      case LedgerOutcome.Settled ignored -> settlement("settled");
      case LedgerOutcome.AlreadyEnded ignored -> settlement("already-ended");
      case LedgerOutcome.CaptureExceedsHold ignored -> settlement("exceeds-hold");
      case LedgerOutcome.UnknownHold ignored -> settlement("unknown-hold");
      case LedgerOutcome.Done ignored -> settlement("other");
      case LedgerOutcome.LotTouched ignored -> settlement("other");
    }
  }

  private void hold(String outcome) {
    holds.computeIfAbsent(outcome, this::ofHolds).increment();
  }

  private void settlement(String outcome) {
    settlements.computeIfAbsent(outcome, this::ofSettlements).increment();
  }
}
