package dev.countinghouse.caller;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** How internal tokens are made and read; the same in every service. */
@ConfigMapping(prefix = "countinghouse.internal-token")
public interface InternalTokenSettings {

  /** Key of the HS256 signature, at least 32 bytes of UTF-8; shared by gateway and services. */
  String secret();

  /** How long a token lives that is made without saying so. */
  @WithDefault("2m")
  Duration ttl();

  /** The {@code iss} that is written and required. */
  @WithDefault("countinghouse")
  String issuer();

  /** How many callers' tokens are remembered, made and verified each. */
  @WithDefault("10000")
  int remembered();
}
