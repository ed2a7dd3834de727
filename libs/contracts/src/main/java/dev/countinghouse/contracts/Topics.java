package dev.countinghouse.contracts;

import java.util.ArrayList;
import java.util.List;

/** Every Kafka topic of the suite. */
public final class Topics {

  /** Usage events of the outside: CloudEvents in structured mode, key = channel id. */
  public static final String USAGE = "countinghouse.usage.v1";

  /** Delivery reports of message carriers, key = channel id. */
  public static final String DELIVERY_REPORTS = "countinghouse.delivery-reports.v1";

  /** Partitions a topic has when the local stack creates it. */
  public static final int PARTITIONS = 6;

  private Topics() {}

  /** The dead-letter topic beside {@code topic}. */
  public static String deadLetter(String topic) {
    return topic + ".dlq";
  }

  /** All topics, dead-letter topics included. */
  public static List<String> all() {
    List<String> topics = new ArrayList<>(List.of(USAGE, DELIVERY_REPORTS));
    for (ServiceName service : ServiceName.values()) {
      topics.add(service.topic());
    }
    topics.addAll(topics.stream().map(Topics::deadLetter).toList());
    return List.copyOf(topics);
  }
}
