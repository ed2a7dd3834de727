package dev.countinghouse.prepaid.pu;

import dev.countinghouse.contracts.event.TrialEnded;
import dev.countinghouse.contracts.event.TrialStarted;
import dev.countinghouse.outbox.InboxHandler;
import dev.countinghouse.outbox.IncomingEvent;
import dev.countinghouse.prepaid.InboxOrder;
import dev.countinghouse.prepaid.domain.LedgerCommand;
import dev.countinghouse.prepaid.domain.PointLot;
import dev.countinghouse.transaction.Transaction;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Set;

/**
 * A trial's promotional points: granted when it starts, and gone at the instant at which it ends,
 * whether or not the work that sweeps them has run (TRI-4).
 */
@ApplicationScoped
@Priority(InboxOrder.POINTS)
public class GrantTrialPoints implements InboxHandler {

  /** A channel has one trial, ever (TRI-2), so its lot needs no other name. */
  public static final String LOT = "trial";

  private final DecideOnAccount account;

  GrantTrialPoints(DecideOnAccount account) {
    this.account = account;
  }

  @Override
  public Set<String> types() {
    return Set.of(TrialStarted.TYPE, TrialEnded.TYPE);
  }

  @Override
  public Uni<Void> handle(Transaction transaction, IncomingEvent event) {
    return event.type().equals(TrialStarted.TYPE)
        ? grant(transaction, event.as(TrialStarted.class))
        : end(transaction, event.as(TrialEnded.class));
  }

  private Uni<Void> grant(Transaction transaction, TrialStarted trial) {
    LedgerCommand grant =
        new LedgerCommand.AddLot(
            LOT, PointLot.Kind.PROMOTIONAL, trial.grantTenths(), trial.endsAt(), trial.startedAt());
    return trial.grantTenths() == 0
        ? Uni.createFrom().voidItem()
        : account.decide(transaction, trial.channel(), grant).replaceWithVoid();
  }

  private Uni<Void> end(Transaction transaction, TrialEnded trial) {
    LedgerCommand end = new LedgerCommand.EndLot(LOT, trial.at());
    return account.decide(transaction, trial.channel(), end).replaceWithVoid();
  }
}
