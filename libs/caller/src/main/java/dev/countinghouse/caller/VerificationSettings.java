package dev.countinghouse.caller;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/** Whether this program checks internal tokens. */
@ConfigMapping(prefix = "countinghouse.caller")
public interface VerificationSettings {

  /** False only in the gateway: it proves callers itself and has no resources below {@code /v1}. */
  @WithDefault("true")
  boolean verify();
}
