package dev.countinghouse.metering.topic;

import java.nio.charset.StandardCharsets;
import org.apache.kafka.common.utils.Utils;

/** Where a channel's usage lies on the topic. */
public final class UsageKey {

  private UsageKey() {}

  /** The record key: the channel id. */
  public static byte[] of(String channel) {
    return channel.getBytes(StandardCharsets.UTF_8);
  }

  /** The partition, as Kafka's own partitioner takes it from the key. */
  public static int partition(String channel, int partitions) {
    return Utils.toPositive(Utils.murmur2(of(channel))) % partitions;
  }
}
