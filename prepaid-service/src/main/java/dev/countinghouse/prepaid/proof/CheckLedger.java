package dev.countinghouse.prepaid.proof;

import dev.countinghouse.prepaid.PrepaidLimits;
import dev.countinghouse.prepaid.pu.RebuildBalances;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.scheduler.Scheduled;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.jboss.logging.Logger;

/**
 * Goes round all accounts, a page at a time, and compares them with the journal (PU-1). The gauge
 * {@code countinghouse.ledger.differences} is the number of accounts that differed in the last
 * round, and in the one under way as soon as that is more.
 */
@ApplicationScoped
public class CheckLedger {

  private static final Logger LOG = Logger.getLogger(CheckLedger.class);

  private final RebuildBalances rebuild;
  private final PrepaidLimits limits;
  private final AtomicInteger differences;

  private volatile Round round = new Round("", 0);

  CheckLedger(RebuildBalances rebuild, PrepaidLimits limits, MeterRegistry registry) {
    this.rebuild = rebuild;
    this.limits = limits;
    this.differences = registry.gauge("countinghouse.ledger.differences", new AtomicInteger());
  }

  @Scheduled(
      identity = "ledger-check",
      every = "${countinghouse.prepaid.ledger-check-every:1m}",
      concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
  Uni<Void> checkPage() {
    return rebuild
        .compareAfter(round.checkedUntil(), limits.ledgerCheckPage())
        .invoke(this::conclude)
        .replaceWithVoid();
  }

  private void conclude(List<RebuildBalances.Rebuilt> page) {
    List<RebuildBalances.Rebuilt> differing =
        page.stream().filter(account -> !account.isEqual()).toList();
    differing.forEach(account -> LOG.errorf("the ledger of a channel differs: %s", account));
    int found = round.differing() + differing.size();
    boolean isLast = page.size() < limits.ledgerCheckPage();
    differences.set(isLast ? found : Math.max(found, differences.get()));
    round = isLast ? new Round("", 0) : new Round(page.getLast().channel(), found);
  }

  /** How far the round has come. */
  private record Round(String checkedUntil, int differing) {}
}
