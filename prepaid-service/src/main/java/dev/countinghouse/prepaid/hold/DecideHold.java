package dev.countinghouse.prepaid.hold;

import dev.countinghouse.clock.ChannelClock;
import dev.countinghouse.prepaid.domain.LedgerCommand;
import dev.countinghouse.prepaid.domain.LedgerOutcome;
import dev.countinghouse.prepaid.pu.DecideTogether;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;
import java.util.function.Function;

/** Places one hold, or ends it now: captures it or gives it back (PU-3, PU-4). */
@ApplicationScoped
public class DecideHold {

  private final ChannelClock clock;
  private final DecideTogether account;
  private final HoldMetrics metrics;

  DecideHold(ChannelClock clock, DecideTogether account, HoldMetrics metrics) {
    this.clock = clock;
    this.account = account;
    this.metrics = metrics;
  }

  /**
   * Decides.
   *
   * @param command made of the channel's now
   */
  public Uni<LedgerOutcome> decide(String channel, Function<Instant, LedgerCommand> command) {
    return clock
        .now(channel)
        .chain(() -> account.decide(channel, 1, now -> List.of(command.apply(now))))
        .map(outcomes -> outcomes.get(0))
        .invoke(metrics::count);
  }
}
