package dev.countinghouse.http;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** How long answers to commands are remembered (SYS-2). */
@ConfigMapping(prefix = "countinghouse.idempotency")
public interface IdempotencySettings {

  /** A key is remembered so long; a repeat after that is a new request. */
  @WithDefault("30D")
  Duration keep();

  /** How often a pod removes what is older. */
  @WithDefault("10m")
  Duration purgeEvery();

  /** How many rows one removal takes at most. */
  @WithDefault("1000")
  int purgeBatch();
}
