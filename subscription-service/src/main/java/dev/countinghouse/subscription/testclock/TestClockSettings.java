package dev.countinghouse.subscription.testclock;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** Limits of test clocks. */
@ConfigMapping(prefix = "countinghouse.test-clock")
public interface TestClockSettings {

  /** How far a clock may be set at once. */
  @WithDefault("P3660D")
  Duration reach();

  /** How often a pod looks for clocks that nobody drives. */
  @WithDefault("500ms")
  Duration poll();

  /** How many clocks a pod drives at once. */
  @WithDefault("8")
  int concurrency();

  /** How long a clock is left to the pod that drives it when that pod is silent. */
  @WithDefault("10s")
  Duration lease();

  /** How often it looks whether the events under way have been applied. */
  @WithDefault("8ms")
  Duration look();

  /** How long a service may be away, or an event under way, before the clock fails. */
  @WithDefault("60s")
  Duration patience();

  /** Wait after a service did not answer; it doubles up to {@link #maxBackoff}. */
  @WithDefault("50ms")
  Duration backoff();

  @WithDefault("2s")
  Duration maxBackoff();

  /** How often a piece of due work that fails is tried before the clock fails. */
  @WithDefault("4")
  int tries();

  /** How long a service may take to say how far it is, or to set its clock. */
  @WithDefault("5s")
  Duration askTimeout();

  /** How long a service may take to do what is due; longer than it lets one step take. */
  @WithDefault("75s")
  Duration workTimeout();

  /** How often services may be let work without the clock moving: work that makes work for ever. */
  @WithDefault("200")
  int runsAtOneInstant();

  /** How many steps one setting may take. */
  @WithDefault("20000")
  int steps();

  /** How long a stopping pod waits for the step it is in. */
  @WithDefault("10s")
  Duration shutdown();
}
