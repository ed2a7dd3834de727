package dev.countinghouse.metering;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** Every limit of this service. */
@ConfigMapping(prefix = "countinghouse.usage")
public interface UsageConfig {

  Intake intake();

  Counting counting();

  Reading reading();

  Partitions partitions();

  /** What {@code POST /v1/events} takes. */
  interface Intake {
    /** Events in one request. */
    @WithDefault("10000")
    int maxEvents();

    /** How far ahead of a live channel's clock an event may be. */
    @WithDefault("PT1H")
    Duration futureTolerance();

    /** How far ahead of its test clock a sandbox channel may post. */
    @WithDefault("P400D")
    Duration sandboxAhead();

    /** How long Kafka may take to acknowledge before the sender is told to come again. */
    @WithDefault("PT10S")
    Duration acknowledgement();

    /** How long a send may wait for room in the producer's buffer. */
    @WithDefault("PT5S")
    Duration bufferWait();

    /** Memory of the producer's buffer, in bytes. */
    @WithDefault("33554432")
    long bufferBytes();

    /** Channels of one request that are looked up at the same time. */
    @WithDefault("8")
    int lookups();
  }

  /** How the topic is applied. */
  interface Counting {
    @WithDefault("countinghouse-metering")
    String group();

    /** Whether this pod counts. */
    @WithDefault("true")
    boolean enabled();

    /** Records of one poll, and so of one transaction at most. */
    @WithDefault("5000")
    int maxRecords();

    /** Instants in one event to the other services; a batch that has more tells several. */
    @WithDefault("1000")
    int countsPerEvent();

    /** How long a poll waits for the first record. */
    @WithDefault("PT0.2S")
    Duration poll();

    /** While a batch is being written the broker hears of us this often. */
    @WithDefault("PT1S")
    Duration heartbeat();

    /** Pause after the first failure; doubled with each further one. */
    @WithDefault("PT0.1S")
    Duration backoff();

    @WithDefault("PT5S")
    Duration maxBackoff();

    /** After so long without a sign of life a pod's partitions go to the others. */
    @WithDefault("PT10S")
    Duration session();

    /** How long a stop waits for the batch in flight. */
    @WithDefault("PT10S")
    Duration stop();
  }

  /** How long a question waits until what was accepted before it is counted. */
  interface Reading {
    /** Then a person gets the figure anyway, marked as behind. */
    @WithDefault("PT2S")
    Duration patience();

    /** Then a service, which bills by the figure, gets 503. */
    @WithDefault("PT10S")
    Duration billingPatience();

    /** Then a test clock's {@code /progress} is told what is left. */
    @WithDefault("PT0.25S")
    Duration progressPatience();

    @WithDefault("PT0.01S")
    Duration pollEvery();

    /** How long the broker may take to say where the topic ends. */
    @WithDefault("PT3S")
    Duration brokerAnswer();

    /** How long the topic's id and number of partitions are remembered. */
    @WithDefault("PT30S")
    Duration topicMemory();
  }

  /** Months that have a partition of their own. */
  interface Partitions {
    @WithDefault("3")
    int monthsBehind();

    @WithDefault("3")
    int monthsAhead();

    /** How often it is seen to; read by the scheduler. */
    @WithDefault("24h")
    String every();
  }
}
