package dev.countinghouse.subscription.payment;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** Limits of payments. */
@ConfigMapping(prefix = "countinghouse.payments")
public interface PaymentSettings {

  /**
   * How often a provider that did not answer is asked again at once, before it is left for later.
   */
  @WithDefault("1")
  int inquiries();

  /** How long after an unanswered question it is asked again, by the channel's clock. */
  @WithDefault("PT1M")
  Duration inquiryDelay();
}
