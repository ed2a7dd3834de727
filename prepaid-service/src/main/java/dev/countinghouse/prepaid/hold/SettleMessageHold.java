package dev.countinghouse.prepaid.hold;

import dev.countinghouse.contracts.event.MessageSettled;
import dev.countinghouse.outbox.InboxHandler;
import dev.countinghouse.outbox.IncomingEvent;
import dev.countinghouse.outbox.PermanentFailure;
import dev.countinghouse.prepaid.domain.LedgerCommand;
import dev.countinghouse.prepaid.domain.LedgerOutcome;
import dev.countinghouse.prepaid.pu.DecideOnAccount;
import dev.countinghouse.transaction.Transaction;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Set;
import org.jboss.logging.Logger;

/**
 * Ends a message's hold when its fate is known (MSG-6): captures what was delivered, releases the
 * rest. A report that comes after the hold has ended changes nothing and is logged.
 */
@ApplicationScoped
public class SettleMessageHold implements InboxHandler {

  private static final Logger LOG = Logger.getLogger(SettleMessageHold.class);

  private final DecideOnAccount account;
  private final HoldMetrics metrics;

  SettleMessageHold(DecideOnAccount account, HoldMetrics metrics) {
    this.account = account;
    this.metrics = metrics;
  }

  @Override
  public Set<String> types() {
    return Set.of(MessageSettled.TYPE);
  }

  @Override
  public Uni<Void> handle(Transaction transaction, IncomingEvent event) {
    MessageSettled settled = event.as(MessageSettled.class);
    return account
        .decide(transaction, settled.channel(), command(settled))
        .invoke(metrics::count)
        .invoke(outcome -> check(settled, outcome))
        .replaceWithVoid();
  }

  /** Dated by the report, so that one that was in time is, however long the event took. */
  private static LedgerCommand command(MessageSettled settled) {
    return settled.captureTenths() == 0
        ? new LedgerCommand.ReleaseHold(settled.hold(), settled.at())
        : new LedgerCommand.CaptureHold(settled.hold(), settled.captureTenths(), settled.at());
  }

  private static void check(MessageSettled settled, LedgerOutcome outcome) {
    switch (outcome) {
      case LedgerOutcome.Settled ignored -> {}
      case LedgerOutcome.AlreadyEnded ended ->
          LOG.infof("late settlement of hold %s changes nothing", ended.hold().id());
      case LedgerOutcome.UnknownHold ignored -> unknown(settled);
      case LedgerOutcome.CaptureExceedsHold ignored ->
          throw new PermanentFailure("more is to be captured than hold " + settled.hold());
      case LedgerOutcome.Done ignored -> throw notASettlement(outcome);
      case LedgerOutcome.LotTouched ignored -> throw notASettlement(outcome);
      case LedgerOutcome.Held ignored -> throw notASettlement(outcome);
      case LedgerOutcome.Insufficient ignored -> throw notASettlement(outcome);
      case LedgerOutcome.Conflict ignored -> throw notASettlement(outcome);
    }
  }

  /** A message that cost nothing had nothing to hold (MSG-5). */
  private static void unknown(MessageSettled settled) {
    if (settled.captureTenths() > 0) {
      throw new PermanentFailure("there is no hold " + settled.hold());
    }
  }

  private static IllegalStateException notASettlement(LedgerOutcome outcome) {
    return new IllegalStateException("a settlement came out as " + outcome);
  }
}
