package dev.countinghouse.contracts;

/** The services of the suite, by the name that configuration, topics and event sources use. */
public enum ServiceName {
  SUBSCRIPTION("subscription", "countinghouse.subscription.v1"),
  METERING("metering", "countinghouse.metering.v1"),
  PREPAID("prepaid", "countinghouse.prepaid.v1"),
  MESSAGING("messaging", "countinghouse.messaging.v1");

  private final String id;
  private final String topic;

  ServiceName(String id, String topic) {
    this.id = id;
    this.topic = topic;
  }

  /** The name in configuration and as the CloudEvents source. */
  public String id() {
    return id;
  }

  /** The topic of the service's outbox. */
  public String topic() {
    return topic;
  }

  /** The service with that {@link #id()}; an unknown id is an {@link IllegalArgumentException}. */
  public static ServiceName of(String id) {
    for (ServiceName service : values()) {
      if (service.id.equals(id)) {
        return service;
      }
    }
    throw new IllegalArgumentException("no service is called " + id);
  }
}
