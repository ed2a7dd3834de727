package dev.countinghouse.prepaid.pu;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.DistributionSummary;
import io.micrometer.core.instrument.MeterRegistry;
import jakarta.enterprise.context.ApplicationScoped;

/** How decisions are made. */
@ApplicationScoped
class LedgerMetrics {

  private final MeterRegistry registry;
  private final DistributionSummary groups;
  private final Counter locked;
  private final Counter unlocked;

  LedgerMetrics(MeterRegistry registry) {
    this.registry = registry;
    this.groups = registry.summary("countinghouse.pu.group.commands");
    this.locked = registry.counter("countinghouse.pu.decisions", "lock", "account");
    this.unlocked = registry.counter("countinghouse.pu.decisions", "lock", "none");
  }

  /** {@code countinghouse.pu.commands.in-hand}: what waits or is under way. */
  void watch(AccountQueues queues) {
    registry.gauge("countinghouse.pu.commands.in-hand", queues, AccountQueues::inHand);
  }

  /** {@code countinghouse.pu.group.commands}: how many are decided together. */
  void group(int commands) {
    groups.record(commands);
  }

  /** {@code countinghouse.pu.decisions{lock}}: whether the account had to be locked. */
  void decided(boolean underLock) {
    (underLock ? locked : unlocked).increment();
  }
}
