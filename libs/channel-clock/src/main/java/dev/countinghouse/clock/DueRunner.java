package dev.countinghouse.clock;

import io.smallrye.mutiny.TimeoutException;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.Instant;
import org.jboss.logging.Logger;

/** Runs one claimed piece of work and writes down how it ended. */
@ApplicationScoped
class DueRunner {

  private static final Logger LOG = Logger.getLogger(DueRunner.class);
  private static final int LONGEST_REASON = 500;
  private static final int MOST_DOUBLINGS = 20;

  private final DueRows rows;
  private final DueWorkHandlers handlers;
  private final OwnContext context;
  private final ChannelClock clock;
  private final DueWorkSettings settings;

  DueRunner(
      DueRows rows,
      DueWorkHandlers handlers,
      OwnContext context,
      ChannelClock clock,
      DueWorkSettings settings) {
    this.rows = rows;
    this.handlers = handlers;
    this.context = context;
    this.clock = clock;
    this.settings = settings;
  }

  /** Fails only when the row could not be written; the lease's end then lets another pod try. */
  Uni<Outcome> run(Claim claim) {
    return context
        .run(() -> handlers.run(claim.item()))
        .ifNoItem()
        .after(settings.timeout())
        .fail()
        .map(done -> (Outcome) new Outcome.Finished())
        .onFailure()
        .recoverWithItem(failure -> failed(claim.item(), failure))
        .call(outcome -> store(claim, outcome));
  }

  private Uni<Void> store(Claim claim, Outcome outcome) {
    return switch (outcome) {
      case Outcome.Finished() -> rows.succeeded(claim);
      case Outcome.Failed(String reason) -> rows.failed(claim, reason, again(claim.item()));
    };
  }

  private Outcome failed(DueItem item, Throwable failure) {
    // The stack once; a piece that is tried for days must not fill the log.
    LOG.warnf(
        item.attempt() == 1 ? failure : null,
        "due work %s %s of %s failed (attempt %d): %s",
        item.kind(),
        item.id(),
        item.channel(),
        item.attempt(),
        failure);
    String reason = item.kind() + ": " + sentence(failure);
    return new Outcome.Failed(
        reason.length() > LONGEST_REASON ? reason.substring(0, LONGEST_REASON) : reason);
  }

  private String sentence(Throwable failure) {
    if (failure instanceof TimeoutException) {
      return "took longer than " + settings.timeout();
    }
    String message = failure.getMessage();
    return message == null ? failure.getClass().getSimpleName() : message.strip();
  }

  private Instant again(DueItem item) {
    return clock.systemNow().plus(backoff(item.attempt(), settings));
  }

  /** The wait after the {@code attempt}-th failure: doubled each time, up to the longest. */
  static Duration backoff(int attempt, DueWorkSettings settings) {
    int doublings = Math.min(attempt - 1, MOST_DOUBLINGS);
    Duration wait = settings.backoff().multipliedBy(1L << doublings);
    return wait.compareTo(settings.maxBackoff()) > 0 ? settings.maxBackoff() : wait;
  }
}
