package dev.countinghouse.subscription.testclock.domain;

import static dev.countinghouse.contracts.ServiceName.MESSAGING;
import static dev.countinghouse.contracts.ServiceName.METERING;
import static dev.countinghouse.contracts.ServiceName.PREPAID;
import static dev.countinghouse.contracts.ServiceName.SUBSCRIPTION;

import dev.countinghouse.contracts.ServiceName;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Which service consumes the events of which: what a test clock waits for between two steps. */
public final class EventFlow {

  private static final Map<ServiceName, Set<ServiceName>> SOURCES =
      Map.of(
          SUBSCRIPTION, Set.of(PREPAID, METERING, MESSAGING),
          METERING, Set.of(SUBSCRIPTION),
          PREPAID, Set.of(SUBSCRIPTION, METERING, MESSAGING),
          MESSAGING, Set.of(SUBSCRIPTION));

  /**
   * The services in the order in which they work at one instant: usage is counted and points have
   * gone before the bill is written.
   */
  private static final List<ServiceName> ORDER =
      List.of(METERING, MESSAGING, PREPAID, SUBSCRIPTION);

  private EventFlow() {}

  public static List<ServiceName> services() {
    return ORDER;
  }

  /** The services whose events {@code consumer} applies. */
  static List<ServiceName> sourcesOf(ServiceName consumer) {
    Set<ServiceName> sources = SOURCES.getOrDefault(consumer, Set.of());
    return ORDER.stream().filter(sources::contains).toList();
  }
}
