package dev.countinghouse.prepaid.order;

import io.micrometer.core.instrument.MeterRegistry;
import jakarta.enterprise.context.ApplicationScoped;
import org.jboss.logging.Logger;

/**
 * Names an order or a refund whose money is in doubt, or has moved otherwise than it ended: an
 * error in the log, and the counter {@code countinghouse.prepaid.reviews}. Both may be lost with
 * the pod; what calls people to those in review is the gauge over the tables, {@code
 * countinghouse.prepaid.in-review}.
 */
@ApplicationScoped
public class ReviewAlarm {

  private static final Logger LOG = Logger.getLogger(ReviewAlarm.class);

  private final MeterRegistry registry;

  ReviewAlarm(MeterRegistry registry) {
    this.registry = registry;
  }

  /**
   * Raises it.
   *
   * @param of {@code order} or {@code refund}
   * @param reason the code of the refusal
   */
  public void raise(String of, String channel, String id, String reason) {
    LOG.errorf("%s %s of %s waits for an operator: %s", of, id, channel, reason);
    count(of);
  }

  /**
   * Raises it for one that has ended.
   *
   * @param of {@code order} or {@code refund}
   * @param ended how
   * @param heard what subscription-service has answered since
   */
  public void raiseEnded(String of, String channel, String id, Enum<?> ended, Object heard) {
    LOG.errorf("%s %s of %s has ended %s, but now its answer is %s", of, id, channel, ended, heard);
    count(of);
  }

  private void count(String of) {
    registry.counter("countinghouse.prepaid.reviews", "of", of).increment();
  }
}
