package dev.countinghouse.clock;

import java.time.Duration;

/** Limits small enough for tests. */
record TestSettings(int concurrency, Duration timeout, Duration stepPatience)
    implements DueWorkSettings, ClockSettings {

  TestSettings() {
    this(4, Duration.ofSeconds(10), Duration.ofSeconds(5));
  }

  @Override
  public int rememberedChannels() {
    return 100;
  }

  @Override
  public Duration poll() {
    return Duration.ofMillis(5);
  }

  @Override
  public Duration wakeAfter() {
    return Duration.ofMillis(5);
  }

  @Override
  public Duration lease() {
    return Duration.ofSeconds(60);
  }

  @Override
  public Duration backoff() {
    return Duration.ofSeconds(1);
  }

  @Override
  public Duration maxBackoff() {
    return Duration.ofMinutes(10);
  }

  @Override
  public Duration shutdown() {
    return Duration.ofSeconds(10);
  }

  @Override
  public int stepItems() {
    return 100;
  }

  @Override
  public Duration stepTime() {
    return Duration.ofSeconds(20);
  }

  @Override
  public Duration stepLook() {
    return Duration.ofMillis(5);
  }

  @Override
  public Duration measure() {
    return Duration.ofMillis(20);
  }
}
