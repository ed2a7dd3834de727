package dev.countinghouse.messaging;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** Settings of messaging-charge-service. */
@ConfigMapping(prefix = "countinghouse.messaging")
public interface MessagingSettings {

  /** Id of the price book with the message rates. */
  @WithDefault("messages-2024")
  String priceBook();

  /** How long a delivery report is awaited before a message counts as failed (MSG-6). */
  @WithDefault("72h")
  Duration reportTimeout();

  /** Key of the HMAC that stands for numbers and texts in the log (MSG-9); at least 32 bytes. */
  String fingerprintSecret();

  /** How long a text may be before it is looked at, in characters. */
  @WithDefault("10000")
  int maxTextLength();
}
