package dev.countinghouse.clock;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** Limits of the work that falls due. */
@ConfigMapping(prefix = "countinghouse.due-work")
public interface DueWorkSettings {

  /** How often a pod looks for due work. */
  @WithDefault("1s")
  Duration poll();

  /** How long after scheduling work for now this pod looks for it: the commit should be through. */
  @WithDefault("25ms")
  Duration wakeAfter();

  /** How many pieces of work a pod runs at once. */
  @WithDefault("4")
  int concurrency();

  /** How long a claimed piece is left alone by the other pods; longer than {@link #timeout}. */
  @WithDefault("60s")
  Duration lease();

  /** How long one piece may take before it counts as failed. */
  @WithDefault("45s")
  Duration timeout();

  /** Wait after the first failure; it doubles with each further one. */
  @WithDefault("1s")
  Duration backoff();

  /** Longest wait between two tries. */
  @WithDefault("10m")
  Duration maxBackoff();

  /** How long a stopping pod waits for what it is running. */
  @WithDefault("20s")
  Duration shutdown();

  /** How many pieces one step of a test clock runs before it answers. */
  @WithDefault("500")
  int stepItems();

  /** How long one step of a test clock goes on starting pieces before it answers. */
  @WithDefault("20s")
  Duration stepTime();

  /** How long a step of a test clock waits for a piece that a pod is running already. */
  @WithDefault("5s")
  Duration stepPatience();

  /** How often it looks whether that piece has ended. */
  @WithDefault("10ms")
  Duration stepLook();

  /** How often the figures of the backlog are read. */
  @WithDefault("15s")
  Duration measure();
}
