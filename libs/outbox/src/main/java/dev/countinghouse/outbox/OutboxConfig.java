package dev.countinghouse.outbox;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** Limits of the outgoing side. */
@ConfigMapping(prefix = "countinghouse.outbox")
public interface OutboxConfig {

  /** The largest event data accepted, in characters; the broker's own limit is 1 MiB of bytes. */
  @WithDefault("250000")
  int maxDataCharacters();

  /** How often backlog and age are counted for the metrics. */
  @WithDefault("5s")
  Duration metricsInterval();

  Relay relay();

  Consumption consumption();

  /** Limits of a relay. */
  interface Relay {

    /** Whether this pod relays; rows are written all the same. */
    @WithDefault("true")
    boolean enabled();

    /** How long a row waits at most when its notification was lost. */
    @WithDefault("1s")
    Duration pollInterval();

    /**
     * How long a relay goes on looking after the last row has moved. While it does, this pod's
     * commits do not notify; one that takes longer than half of this after its append may wait for
     * the poll.
     */
    @WithDefault("100ms")
    Duration linger();

    /** How often it looks while it lingers. */
    @WithDefault("5ms")
    Duration lingerInterval();

    /** Keys claimed in one round. */
    @WithDefault("64")
    int keysPerRound();

    /** Rows of one key in one round, so that a busy key does not crowd out the others. */
    @WithDefault("100")
    int rowsPerKey();

    /** Rows in one round. */
    @WithDefault("1000")
    int rowsPerRound();

    /** How long Kafka may take to acknowledge a record before the round counts as failed. */
    @WithDefault("15s")
    Duration deliveryTimeout();

    /** How long a send may wait for Kafka's metadata or for buffer space. */
    @WithDefault("5s")
    Duration maxBlock();

    /** The first wait after a failed round; doubles, with jitter. */
    @WithDefault("100ms")
    Duration minBackoff();

    /** The longest wait after a failed round. */
    @WithDefault("5s")
    Duration maxBackoff();

    /** How long shutdown waits for the round that is under way. */
    @WithDefault("10s")
    Duration shutdownTimeout();
  }

  /** Limits of {@link dev.countinghouse.outbox.Consumption}. */
  interface Consumption {

    /** How long a command waits at most for another service. */
    @WithDefault("2s")
    Duration timeout();
  }
}
