package dev.countinghouse.gateway;

import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.time.Clock;

/**
 * The machine's clock, for what is about the machine: when a token ends. No rule of billing runs
 * here, so there is no channel's clock to ask.
 */
final class SystemTime {

  private SystemTime() {}

  @Produces
  @Singleton
  static Clock clock() {
    return Clock.systemUTC();
  }
}
