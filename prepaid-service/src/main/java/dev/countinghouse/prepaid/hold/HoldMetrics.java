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
    String outcome = code == null ? answer.status() : code;
    holds.computeIfAbsent(outcome, this::ofHolds).increment();
  }

  /** {@code countinghouse.pu.settlements{outcome}}. */
  void count(LedgerOutcome settlement) {
    String outcome =
        switch (settlement) {
          case LedgerOutcome.Settled ignored -> "settled";
          case LedgerOutcome.AlreadyEnded ignored -> "already-ended";
          case LedgerOutcome.CaptureExceedsHold ignored -> "exceeds-hold";
          case LedgerOutcome.UnknownHold ignored -> "unknown-hold";
          case LedgerOutcome.Done ignored -> "other";
          case LedgerOutcome.LotTouched ignored -> "other";
          case LedgerOutcome.Held ignored -> "other";
          case LedgerOutcome.Insufficient ignored -> "other";
          case LedgerOutcome.Conflict ignored -> "other";
        };
    settlements.computeIfAbsent(outcome, this::ofSettlements).increment();
  }
}
