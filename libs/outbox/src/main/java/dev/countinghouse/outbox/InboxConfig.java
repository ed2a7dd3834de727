package dev.countinghouse.outbox;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;
import java.util.List;

/** Limits of the incoming side. */
@ConfigMapping(prefix = "countinghouse.inbox")
public interface InboxConfig {

  /** The topics that this service consumes; a service states them. */
  List<String> topics();

  /** Events under way at once; those of one key never are. Each needs a database connection. */
  @WithDefault("8")
  int concurrency();

  /** How often an event is tried before it is dead-lettered; outages do not count. */
  @WithDefault("5")
  int maxAttempts();

  /** The first wait before another attempt; doubles, with jitter. */
  @WithDefault("50ms")
  Duration minBackoff();

  /** The longest wait before another attempt. */
  @WithDefault("5s")
  Duration maxBackoff();

  /** How long one attempt may take; longer counts as an outage. */
  @WithDefault("30s")
  Duration attemptTimeout();

  /** How long shutdown waits for the events that are under way. */
  @WithDefault("10s")
  Duration shutdownTimeout();

  /** The longest reason written into a dead letter's header, in characters. */
  @WithDefault("1000")
  int maxReasonCharacters();

  Progress progress();

  /** Limits of {@code GET /internal/channels/{c}/progress}. */
  interface Progress {

    /** How often a waiting question looks again. */
    @WithDefault("10ms")
    Duration pollInterval();

    /** How long a question may wait at most. */
    @WithDefault("10s")
    Duration maxWait();
  }
}
