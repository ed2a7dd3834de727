package dev.countinghouse.subscription.closing;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** Limits of closings. */
@ConfigMapping(prefix = "countinghouse.closing")
public interface ClosingSettings {

  /** How long prepaid may take to apply what metering told; then the closing is tried later. */
  @WithDefault("PT8S")
  Duration consumption();
}
